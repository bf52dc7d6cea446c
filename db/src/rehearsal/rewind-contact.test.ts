import { afterAll, beforeAll, expect, test } from 'vitest'
import { findContacts } from '../contact/find-contacts'
import { getContact } from '../contact/get-contact'
import { type TestKnowledge, tell, testKnowledge } from '../testing/know-workspace'
import { updateWorkspace } from '../workspace/update-workspace'
import { rewindContact } from './rewind-contact'
import { rolledBack } from './rolled-back'

let knowledge: TestKnowledge
beforeAll(async () => {
  knowledge = await testKnowledge()
})
afterAll(() => knowledge.close())

test('at an instant between a request and a refusal nothing was allowed and nothing refused', async () => {
  const scope = await knowledge.workspace('2026-04-01T00:00:00Z')
  await updateWorkspace(scope, {
    preferences: { topics: [], pauseDays: 30, doubleOptIn: true },
  })
  const says = (timestamp: string, email: boolean) =>
    tell(scope, { type: 'identify', userId: 'u1', timestamp, traits: { consent: { email } } })
  await says('2026-03-01T10:00:00Z', true)
  await says('2026-03-20T10:00:00Z', false)
  const { items } = await findContacts(scope, { externalId: 'u1' })
  const id = items[0]?.id ?? ''
  expect((await getContact(scope, id)).consents).toMatchObject({ email: { state: 'refused' } })
  const then = await rolledBack(scope, async (tx) => {
    await rewindContact(tx, id, new Date('2026-03-10T00:00:00Z'))
    return getContact(tx, id)
  })
  expect(then.consents).toEqual({})
  expect((await getContact(scope, id)).consents).toMatchObject({ email: { state: 'refused' } })
})
