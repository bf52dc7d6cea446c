import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { type TestKnowledge, testKnowledge } from '../testing/know-workspace'
import { addressHash } from './address-hash'
import { checkReachable } from './check-reachable'
import { findContacts } from './find-contacts'
import { getContact } from './get-contact'
import { loadContact } from './load-contact'
import { recordConsent } from './record-consent'
import { setContactField } from './set-contact-field'
import { liftSuppression, suppress } from './suppress'
import { upsertContact } from './upsert-contact'

let knowledge: TestKnowledge
beforeAll(async () => {
  knowledge = await testKnowledge()
})
afterAll(() => knowledge.close())

const now = new Date('2026-03-02T10:00:00Z')
const workspace = () => knowledge.workspace(now.toISOString())
const set = (scope: Scope, id: string, field: string, value: string | number | boolean | null) =>
  inTransaction(scope, (tx) => setContactField(tx, id, field, value, now))

test('a contact of the API is found by its externalId, else by its email', async () => {
  const scope = await workspace()
  const made = await upsertContact(scope, { email: 'A@example.com', traits: { shop: 'Lyon' } })
  expect(made.created).toBe(true)
  expect(await upsertContact(scope, { email: ' a@Example.com', firstName: 'Anne' })).toEqual({
    id: made.id,
    created: false,
  })
  const known = await upsertContact(scope, { externalId: 'u1', email: 'a@example.com' })
  expect(known.id).not.toBe(made.id)
  expect(await upsertContact(scope, { externalId: 'u1', lastName: 'Roy' })).toEqual({
    id: known.id,
    created: false,
  })
  expect(await getContact(scope, made.id)).toMatchObject({
    firstName: 'Anne',
    traits: { shop: 'Lyon' },
  })
  await expect(upsertContact(scope, { email: 'nope' })).rejects.toMatchObject({
    code: 'invalid',
    details: { field: 'email' },
  })
  await expect(upsertContact(scope, { firstName: 'Anne' })).rejects.toMatchObject({
    code: 'invalid',
  })
})

test('fields are set once, checked, and computed ones never', async () => {
  const scope = await workspace()
  const { id } = await upsertContact(scope, { externalId: 'u1' })
  expect(await set(scope, id, 'firstName', 'Anne')).toEqual(['field:firstName'])
  expect(await set(scope, id, 'firstName', 'Anne')).toEqual([])
  expect(await set(scope, id, 'traits.stage', 'vip')).toEqual(['field:stage', 'field:traits.stage'])
  expect(await set(scope, id, 'firstName', null)).toEqual(['field:firstName'])
  expect(await inTransaction(scope, (tx) => loadContact(tx, id))).toMatchObject({
    firstName: null,
    traits: { stage: 'vip' },
    lastAt: { visit: null },
  })
  await expect(set(scope, id, 'email', 'nope')).rejects.toMatchObject({ code: 'invalid' })
  await expect(set(scope, id, 'ordersCount', 3)).rejects.toMatchObject({ code: 'invalid' })
})

test('a hard bounce closes an address even for service messages, until it is lifted; hashes agree with the database', async () => {
  const scope = await workspace()
  const { id } = await upsertContact(scope, {
    externalId: 'u1',
    email: 'Bounced@Example.com',
    consent: { email: true },
  })
  const reach = (service: boolean) =>
    inTransaction(scope, (tx) => checkReachable(tx, id, 'email', { service }))
  const [secret] = await inTransaction(
    scope,
    (tx) => tx.sql<{ secret: Uint8Array }[]>`select secret from workspaces`,
  )
  const hash = addressHash(secret?.secret ?? new Uint8Array(), 'email', 'bounced@example.com ')
  const open = await reach(false)
  expect('addressHash' in open && Buffer.from(open.addressHash).equals(Buffer.from(hash))).toBe(
    true,
  )
  const address = { channel: 'email', address: 'BOUNCED@example.com', now }
  await inTransaction(scope, (tx) => suppress(tx, { ...address, reason: 'hard-bounce' }))
  expect([await reach(false), await reach(true)]).toEqual([
    { reason: 'suppressed' },
    { reason: 'suppressed' },
  ])
  expect((await getContact(scope, id)).suppressed).toMatchObject([
    { channel: 'email', reason: 'hard-bounce' },
  ])
  await inTransaction(scope, (tx) => liftSuppression(tx, address))
  expect(await reach(true)).toMatchObject({ address: 'Bounced@Example.com' })
})

test('an older choice is kept as proof and changes nothing', async () => {
  const scope = await workspace()
  const { id } = await upsertContact(scope, { externalId: 'u1' })
  const choose = (state: 'given' | 'refused', at: string) =>
    inTransaction(scope, (tx) =>
      recordConsent(tx, id, { channel: 'email', state, source: 'form', at: new Date(at) }),
    )
  expect(await choose('refused', '2026-03-01T00:00:00Z')).toEqual(['consent:email'])
  expect(await choose('given', '2026-02-01T00:00:00Z')).toEqual([])
  expect(await choose('refused', '2026-03-02T00:00:00Z')).toEqual([])
  expect((await getContact(scope, id)).consents).toMatchObject({ email: { state: 'refused' } })
})

test('contacts are listed newest first, in pages, and searched by the beginning of a name', async () => {
  const scope = await workspace()
  for (const n of [1, 2, 3])
    await upsertContact(scope, {
      externalId: `u${n}`,
      firstName: 'Anne',
      lastName: n === 2 ? 'R_y' : 'Roy',
    })
  const first = await findContacts(scope, { limit: 2 })
  const second = await findContacts(scope, { limit: 2, cursor: first.next })
  expect([...first.items, ...second.items].map(({ externalId }) => externalId)).toEqual([
    'u3',
    'u2',
    'u1',
  ])
  expect(
    (await findContacts(scope, { search: 'anne r_' })).items.map(({ externalId }) => externalId),
  ).toEqual(['u2'])
  expect((await findContacts(scope, { search: 'U1' })).items).toHaveLength(1)
  expect((await findContacts(scope, { externalId: 'nobody' })).items).toEqual([])
})
