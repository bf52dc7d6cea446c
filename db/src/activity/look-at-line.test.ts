import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import { type TestKnowledge, testKnowledge } from '../testing/know-workspace'
import { lookAtLine } from './look-at-line'
import { takeActivityLine } from './take-activity-line'

let knowledge: TestKnowledge
beforeAll(async () => {
  knowledge = await testKnowledge()
})
afterAll(() => knowledge.close())

test('whoever crosses is found once, however close together many crossed', async () => {
  const scope = await knowledge.workspace('2026-03-02T10:00:00Z')
  await inTransaction(scope, async ({ sql, workspaceId }) => {
    await sql`
      with people as (
        insert into contacts (workspace_id, id, external_id, created_at, updated_at)
        select ${workspaceId}, gen_random_uuid(), 'c' || n, now(), now() from generate_series(1, 2500) n
        returning id, external_id
      )
      insert into contact_state (workspace_id, contact_id, created_at, last_visit_at)
      select ${workspaceId}, id, '2025-01-01', timestamptz '2025-11-20T10:00:00.000123Z'
        + substr(external_id, 2)::integer * interval '37 microseconds' from people`
    await sql`
      update activity_lines set watermark = '2026-02-01' where workspace_id = ${workspaceId} and line = 'at-risk'`
  })
  for (let isLeft = true; isLeft; ) {
    isLeft = await inTransaction(scope, async (tx) => {
      const taken = await takeActivityLine(tx)
      if (taken) await lookAtLine(tx, taken)
      return taken !== undefined
    })
  }
  const [told] = await inTransaction(
    scope,
    ({ sql, workspaceId }) => sql<{ events: number; people: number }[]>`
      select count(*)::int as events, count(distinct contact_id)::int as people from events
      where workspace_id = ${workspaceId} and name = 'Activity Changed'`,
  )
  expect(told).toEqual({ events: 2500, people: 2500 })
})
