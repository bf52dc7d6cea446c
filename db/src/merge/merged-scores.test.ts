import { afterAll, beforeAll, expect, test } from 'vitest'
import { findContacts } from '../contact/find-contacts'
import { getContact } from '../contact/get-contact'
import { type TestKnowledge, tell, testKnowledge } from '../testing/know-workspace'
import { scoreAsOf } from '../testing/score-everybody-now'
import { listMerges } from './list-merges'
import { undoMerge } from './undo-merge'

let knowledge: TestKnowledge
beforeAll(async () => {
  knowledge = await testKnowledge()
})
afterAll(() => knowledge.close())

test('who two records were is scored by the orders of both, and of each again when they are parted', async () => {
  const scope = await knowledge.workspace('2026-03-02T10:00:00Z')
  const order = (who: object, id: string, revenue: number) => ({
    ...{ type: 'track', event: 'Order Completed', timestamp: '2026-03-01T10:00:00Z', ...who },
    properties: { order_id: id, revenue },
  })
  const others = Array.from({ length: 8 }, (_, n) => order({ userId: `c${n}` }, `o${n}`, 20 + n))
  await tell(
    scope,
    ...others,
    order({ userId: 'u' }, 'mine', 10),
    order({ anonymousId: 'a' }, 'too', 90),
  )
  await scoreAsOf(scope)
  const mine = async () => {
    const { items } = await findContacts(scope, { externalId: 'u' })
    return getContact(scope, items[0]?.id ?? '')
  }
  expect((await mine()).rfm).toMatchObject({ m: 1 })
  await tell(scope, { type: 'identify', userId: 'u', anonymousId: 'a' })
  const joined = await mine()
  expect(joined.rfm).toMatchObject({ m: 5 })
  const [merge] = await listMerges(scope, joined.id)
  const { contactId } = await undoMerge(scope, merge?.id ?? '')
  expect((await mine()).rfm).toMatchObject({ m: 1 })
  expect((await getContact(scope, contactId)).rfm).toMatchObject({ m: 5 })
})
