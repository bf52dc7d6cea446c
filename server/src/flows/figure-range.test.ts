import { newId } from '@relance/core/id/ids'
import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Scope } from '@relance/db/connection/scope'
import { upsertContact } from '@relance/db/contact/upsert-contact'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SeededRun, seedRun } from '../testing/seed-run'
import { type TestApp, testApp } from '../testing/test-app'

let t: TestApp
let scope: Scope
let run: SeededRun
let ask: (path: string) => ReturnType<TestApp['ask']>

/** A run like the seeded one, of somebody else. */
async function likeIt(externalId: string, version: number, enteredAt: string) {
  const { id } = await upsertContact(scope, { externalId, email: `${externalId}@shop.example` })
  const enrolmentId = newId()
  await inTransaction(scope, async ({ sql, workspaceId }) => {
    const own = { id: enrolmentId, contact_id: id, version, entered_at: enteredAt }
    await sql`
      insert into enrolments select (jsonb_populate_record(e, ${JSON.stringify(own)}::text::jsonb)).*
      from enrolments e where workspace_id = ${workspaceId} and id = ${run.enrolmentId}`
    await sql`
      insert into trace (workspace_id, id, enrolment_id, flow_id, contact_id, burst, at, node_id, visit, kind, exit, code)
      select workspace_id, gen_random_uuid(), ${enrolmentId}, flow_id, ${id}, burst, at, node_id, visit, kind, exit, code
      from trace where workspace_id = ${workspaceId} and enrolment_id = ${run.enrolmentId}`
  })
  return enrolmentId
}

beforeAll(async () => {
  t = await testApp()
  const shop = await t.workspace({ now: new Date('2026-03-02T10:00:00Z') })
  scope = shop.scope
  run = await seedRun(scope)
  ask = (path) => t.ask(shop.apiKey, 'GET', `/api/flows/${run.flowId}${path}`)
  await t.ask(shop.apiKey, 'POST', `/api/flows/${run.flowId}/publish`, { people: 'finish' })
  const moved = (at: string) =>
    inTransaction(
      scope,
      ({ sql, workspaceId }) => sql`
        update enrolments set entered_at = ${at} where workspace_id = ${workspaceId} and id = ${run.enrolmentId}`,
    )
  await moved('2026-01-15T10:00:00Z')
  await likeIt('c-2', 1, '2026-02-25T10:00:00Z')
  const bought = await likeIt('c-3', 2, '2026-03-02T09:00:00Z')
  await inTransaction(
    scope,
    ({ sql, workspaceId }) => sql`
      update enrolments set state = 'ended', ended_at = '2026-03-02T10:00:00Z', end_reason = 'goal',
        first_message_at = '2026-03-02T10:00:00Z'
      where workspace_id = ${workspaceId} and id = ${bought}`,
  )
})
afterAll(() => t.close())

test('figures of a version, or of those who entered lately, count those runs alone, and list as many people', async () => {
  const ranges = {
    '': { entered: 3, inside: 2, converted: 1 },
    'version=1': { entered: 2, inside: 2, converted: 0 },
    'version=2': { entered: 1, inside: 0, converted: 1 },
    'days=7': { entered: 2, inside: 1, converted: 1 },
    'days=30': { entered: 2, inside: 1, converted: 1 },
    'days=60': { entered: 3, inside: 2, converted: 1 },
    'version=1&days=30': { entered: 1, inside: 1, converted: 0 },
  }
  for (const [range, { entered, inside, converted }] of Object.entries(ranges)) {
    const { json: stats } = await ask(`/stats?${range}`)
    expect(stats, range).toMatchObject({ entered, inside, converted })
    const nodes: Record<string, Record<string, number>> = stats.nodes ?? {}
    expect(nodes['mail-1'], range).toMatchObject({ entered, passed: entered, converted })
    expect(nodes.week, range).toMatchObject({ entered, waiting: inside, left: converted })
    for (const [nodeId, figures] of Object.entries(nodes))
      for (const figure of ['entered', 'waiting', 'passed', 'left', 'converted']) {
        const { json } = await ask(`/enrolments?nodeId=${nodeId}&figure=${figure}&${range}`)
        expect(`${range} ${nodeId} ${figure} ${json.items.length}`).toBe(
          `${range} ${nodeId} ${figure} ${figures[figure]}`,
        )
      }
  }
})

test('a range that is none is refused with the field at fault', async () => {
  expect(await ask('/stats?days=0')).toMatchObject({ status: 400, json: { code: 'invalid' } })
  expect(await ask('/stats?version=last')).toMatchObject({ status: 400, json: { code: 'invalid' } })
})
