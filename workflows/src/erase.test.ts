import { inTransaction } from '@relance/db/connection/in-transaction'
import { findContacts } from '@relance/db/contact/find-contacts'
import { getContact } from '@relance/db/contact/get-contact'
import { askErasure } from '@relance/db/erasure/ask-erasure'
import { exportContact } from '@relance/db/erasure/export-contact'
import { createImport } from '@relance/db/import/create-import'
import { beforeEach, expect, test } from 'vitest'
import { identify, track } from './testing/incoming'
import { advance, messages, publish, runs, send, startWorld, type World } from './testing/world'

const now = '2026-03-02T10:00:00Z'
let world: World
beforeEach(async () => {
  world = await startWorld(now)
  return () => world.close()
})

const series = () => ({
  graph: {
    nodes: [
      { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
      { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
      { id: 'wait', type: 'wait-duration', version: 1, config: { for: 'P2D', since: 'here' } },
      { id: 'mail-2', type: 'send-email', version: 1, config: { template: world.templateId } },
      { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
    ],
    edges: [
      { from: 'start', exit: 'entered', to: 'mail' },
      { from: 'mail', exit: 'sent', to: 'wait' },
      { from: 'wait', exit: 'done', to: 'mail-2' },
      { from: 'mail-2', exit: 'sent', to: 'end' },
    ],
  },
})

/** Somebody with a secret in every corner, in the middle of a run. */
async function live() {
  await publish(world, series())
  await send(
    world,
    identify('ada', {
      email: 'ada.secret@example.com',
      firstName: 'Secret',
      consent: { email: true },
      note: 'secret',
    }),
    track('ada', 'Product Added', { cart_id: 'c', product_id: 'p', name: 'Secret toy' }),
    track('ada', 'Order Completed', {
      order_id: 'secret-order',
      revenue: 10,
      products: [{ product_id: 'secret', price: 10 }],
    }),
    track('ada', 'Signed Up', { secret: 'yes' }),
  )
  await advance(world, now)
  const { items } = await findContacts(world.scope, { externalId: 'ada' })
  return items[0]?.id ?? ''
}

/** Tables of the workspace in which the word still stands; what the shop sells stays, whoever told of it first. */
async function whereSecret(): Promise<string[]> {
  return inTransaction(world.scope, async ({ sql }) => {
    const tables = await sql<{ name: string }[]>`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname <> 'products'`
    const found: string[] = []
    for (const { name } of tables) {
      const [row] =
        await sql`select 1 from ${sql(name)} t where to_jsonb(t)::text ilike '%secret%' limit 1`
      if (row) found.push(name)
    }
    return found
  })
}

const erased = async (contactId: string) => {
  await askErasure(world.scope, contactId)
  await advance(world, now)
}

test('one contact’s full data holds every corner they left a trace in', async () => {
  const id = await live()
  let text = ''
  for await (const piece of exportContact(world.scope, id)) text += piece
  const data = JSON.parse(text)
  expect(data.contact).toMatchObject({ email: 'ada.secret@example.com' })
  expect(data.events.map(({ name }: { name: string }) => name)).toContain('Signed Up')
  for (const table of [
    'orders',
    'order_lines',
    'carts',
    'consents',
    'messages',
    'message_contents',
    'enrolments',
    'trace',
  ])
    expect(data[table], table).not.toEqual([])
})

test('whoever is erased leaves nothing but empty rows, their run ends, and no mail goes out any more', async () => {
  const id = await live()
  expect(await whereSecret()).toEqual(
    expect.arrayContaining(['contacts', 'events', 'messages', 'orders']),
  )
  await erased(id)
  expect(await whereSecret()).toEqual([])
  expect(await runs(world)).toMatchObject([{ state: 'ended', endReason: 'erased' }])
  await expect(getContact(world.scope, id)).rejects.toMatchObject({ code: 'not-found' })
  expect((await findContacts(world.scope, {})).items).toEqual([])
  await advance(world, '2026-03-10T10:00:00Z')
  expect(await messages(world)).toMatchObject([{ nodeId: 'mail', state: 'sent' }])
})

test('asking again changes nothing; what comes later makes somebody new, without consent and barred by their address', async () => {
  const id = await live()
  await erased(id)
  expect(await askErasure(world.scope, id)).toMatchObject({ erasedAt: new Date(now) })
  await send(world, identify('ada', { email: 'ada.secret@example.com' }), track('ada', 'Signed Up'))
  await advance(world, now)
  const { items } = await findContacts(world.scope, { externalId: 'ada' })
  expect(items[0]?.id).not.toBe(id)
  expect(await getContact(world.scope, items[0]?.id ?? '')).toMatchObject({
    consents: {},
    suppressed: [{ channel: 'email', reason: 'erased' }],
  })
  expect(await messages(world)).toHaveLength(2)
  expect((await messages(world))[1]).toMatchObject({ state: 'refused' })
})

test('records that were joined into it go with it', async () => {
  await send(world, track('eve', 'Looked', { secret: 1 }))
  const id = await live()
  await send(world, { ...track('ada', 'Renamed'), type: 'alias', previousId: 'eve', name: 'alias' })
  await advance(world, now)
  await erased(id)
  expect(await whereSecret()).toEqual([])
})

test('a mail on its way is waited for, and emptied once it is out', async () => {
  const id = await live()
  await world.stopWorker()
  await inTransaction(
    world.scope,
    (
      tx,
    ) => tx.sql`update messages set state = 'sending', claim_id = gen_random_uuid(), sent_at = null, worker_id = gen_random_uuid(),
      claimed_at = clock_timestamp()`,
  )
  await askErasure(world.scope, id)
  expect(await whereSecret()).toContain('events')
  // Its worker is dead: the claim goes back, and the queue is closed to it.
  await world.startWorker()
  await advance(world, now)
  expect(await whereSecret()).toEqual([])
  expect(await messages(world)).toMatchObject([{ state: 'refused' }])
})

test('a file that names them again makes somebody new', async () => {
  const id = await live()
  await erased(id)
  const bytes = Buffer.from('order_id,user_id,date,total\nsecret-order,ada,2026-01-01,10\n')
  await createImport(world.scope, { kind: 'orders', bytes })
  await advance(world, now)
  const { items } = await findContacts(world.scope, { externalId: 'ada' })
  expect(items).toMatchObject([{ ordersCount: 1, revenueCents: 1000 }])
})
