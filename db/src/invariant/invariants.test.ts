import { newId } from '@relance/core/id/ids'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/test-database'
import { checkInvariants } from './check-invariants'
import { invariants } from './invariants'

let database: TestDatabase
let owner: postgres.Sql
beforeAll(async () => {
  database = await testDatabase()
  owner = postgres(database.url, { max: 1, onnotice: () => undefined })
  await owner`insert into organisations (id, name) values (${organisationId}, 'Test')`
  await owner`insert into workspaces (id, organisation_id, name, secret, clock_kind, clock_now)
    values (${w}, ${organisationId}, 'Test', '\\x00', 'test', ${NOON})`
  await owner`insert into flows (workspace_id, id, name, status, graph, settings, live_version, latest)
    values (${w}, ${flowId}, 'Test', 'live', '{}', '{}', 1, 1)`
  await owner`insert into flow_versions (workspace_id, flow_id, version, plan, graph, positions, settings, published_at)
    values (${w}, ${flowId}, 1, '{"nodes": {"day": {}}}', '{}', '{}', '{}', ${NOON})`
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

const NOON = '2026-03-02T12:00:00Z'
const [w, organisationId, flowId] = [newId(), newId(), newId()]

type Row = Record<string, string | string[] | number | null>

/** Somebody who waits a day at a step of version 1; what differs is named. */
async function enrolled(differently: Row = {}): Promise<{ id: string; contactId: string }> {
  const [id, contactId] = [newId(), newId()]
  await owner`insert into contacts (workspace_id, id, created_at, updated_at) values (${w}, ${contactId}, ${NOON}, ${NOON})`
  const row: Row = {
    workspace_id: w,
    id,
    flow_id: flowId,
    version: 1,
    contact_id: contactId,
    entry_key: '',
    seed: id,
    state: 'waiting',
    node_id: 'day',
    anchor_at: NOON,
    entered_at: NOON,
    entered_node_at: NOON,
    due_at: '2026-03-03T12:00:00Z',
    ...differently,
  }
  await owner`insert into enrolments ${owner(row)}`
  return { id, contactId }
}

const line = ({ id, contactId }: { id: string; contactId: string }, more: Row) =>
  owner`insert into trace ${owner({ workspace_id: w, id: newId(), enrolment_id: id, flow_id: flowId, contact_id: contactId, burst: 1, visit: 1, code: 'left', ...more })}`

const broken = async (grace?: string) =>
  (await checkInvariants(owner, { grace })).map(({ number }) => number)

/** Undone after each look, so that each violation is seen by itself. */
async function brokenBy(seed: () => Promise<unknown>, grace?: string): Promise<number[]> {
  await seed()
  const numbers = await broken(grace)
  await owner`truncate enrolments, contacts, trace, outbox, event_queue, due_rules cascade`
  return numbers
}

test('an empty database breaks none of them, and neither does somebody who waits', async () => {
  expect(await broken('90 seconds')).toEqual([])
  expect(await brokenBy(() => enrolled(), '90 seconds')).toEqual([])
})

test('they are numbered from 1 to 20', () => {
  expect(invariants.map(({ number }) => number)).toEqual(
    Array.from({ length: 20 }, (_, i) => i + 1),
  )
})

test('an ended run that still has an event in its inbox is found', async () => {
  const numbers = await brokenBy(async () => {
    const { id } = await enrolled({
      state: 'ended',
      ended_at: NOON,
      end_reason: 'goal',
      due_at: null,
    })
    await owner`insert into enrolment_inbox (workspace_id, enrolment_id, event_id, key, name, at, properties)
      values (${w}, ${id}, ${newId()}, 'visit', 'page', ${NOON}, '{}')`
  })
  expect(numbers).toEqual([3])
})

test('somebody who waits for nothing is found', async () => {
  expect(await brokenBy(() => enrolled({ due_at: null }))).toEqual([4])
})

test('somebody on a step that their version does not have is found', async () => {
  expect(await brokenBy(() => enrolled({ node_id: 'gone' }))).toEqual([6])
})

test('a trace that jumps from one step to another is found, a move is not', async () => {
  const left = { at: NOON, node_id: 'start', kind: 'left', next_node: 'day' }
  const jump = async (code: string) => {
    const somebody = await enrolled()
    await line(somebody, left)
    await line(somebody, { at: NOON, node_id: 'mail', kind: 'note', code })
  }
  expect(await brokenBy(() => jump('left'))).toEqual([7])
  expect(await brokenBy(() => jump('moved'))).toEqual([])
})

test('somebody who should have moved long ago is found while services are up, and only then', async () => {
  const late = () => enrolled({ due_at: '2026-03-02T11:58:00Z' })
  expect(await brokenBy(late, '90 seconds')).toEqual([11])
  expect(await brokenBy(late)).toEqual([])
  expect(await brokenBy(() => enrolled({ due_at: '2026-03-02T11:59:00Z' }), '90 seconds')).toEqual(
    [],
  )
})

test('a live run of somebody who was joined into another is found', async () => {
  const numbers = await brokenBy(async () => {
    const { contactId } = await enrolled()
    await owner`update contacts set merged_into = ${newId()} where id = ${contactId}`
  })
  expect(numbers).toEqual([18])
})

test('a line that has been looked at beyond now is found', async () => {
  const numbers = await brokenBy(
    () => owner`insert into due_rules (workspace_id, id, flow_id, version, kind, line, lateness, watermark, since)
      values (${w}, ${newId()}, ${flowId}, 1, 'cart', '{}', 'P1D', '2026-03-02T12:00:01Z', '2026-03-02T12:00:00Z')`,
  )
  expect(numbers).toEqual([19])
})

test('a trace that goes back in time, or ahead of it, is found', async () => {
  const at =
    (...instants: string[]) =>
    async () => {
      const somebody = await enrolled()
      for (const instant of instants)
        await line(somebody, { at: instant, node_id: 'day', kind: 'note' })
    }
  expect(await brokenBy(at('2026-03-02T11:00:00Z', '2026-03-02T10:00:00Z'))).toEqual([20])
  expect(await brokenBy(at('2026-03-02T13:00:00Z'))).toEqual([20])
})

test('whoever row-level security binds is refused, not shown nothing', async () => {
  await owner`set role relance_app`
  await expect(checkInvariants(owner)).rejects.toThrow('row-level security')
  await owner`reset role`
})
