import type { Rule } from '@relance/core/rule/rule'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { changeSegment } from '@relance/db/segment/change-segment'
import { createSegment } from '@relance/db/segment/create-segment'
import { deleteSegment } from '@relance/db/segment/delete-segment'
import { listMembers } from '@relance/db/segment/list-members'
import { beforeEach, expect, test } from 'vitest'
import { identify, page, track } from './testing/incoming'
import { advance, messages, publish, runs, send, startWorld, type World } from './testing/world'

let world: World
beforeEach(async () => {
  world = await startWorld('2026-03-02T10:00:00Z')
  return () => world.close()
})

/** Saves a segment, and lets its members be gathered. */
async function segment(name: string, rule: Rule): Promise<string> {
  const { id } = await createSegment(world.scope, { name, rule })
  await settle()
  return id
}

/** Lets everything under way be done, without moving the clock. */
async function settle() {
  const [row] = await inTransaction(
    world.scope,
    ({ sql, workspaceId }) => sql<{ now: Date }[]>`select workspace_now(${workspaceId}) as now`,
  )
  await advance(world, row?.now.toISOString() ?? '')
}

const members = async (segmentId: string) =>
  (await listMembers(world.scope, segmentId, { limit: 50 })).items.map(
    ({ externalId }) => externalId,
  )

/** Who entered and left what and when, as the events tell. */
const told = () =>
  inTransaction(world.scope, async ({ sql, workspaceId }) => {
    const rows = await sql<{ who: string; name: string; segment: string; at: Date }[]>`
      select c.external_id as who, e.name, e.properties ->> 'name' as segment, e.at
      from events e join contacts c on c.workspace_id = e.workspace_id and c.id = e.contact_id
      where e.workspace_id = ${workspaceId} and e.name in ('Entered Segment', 'Left Segment') order by e.id`
    return rows.map(
      ({ who, name, segment: of, at }) => `${who} ${name.split(' ')[0]} ${of} ${at.toISOString()}`,
    )
  })

const mailAfter = (config: Record<string, unknown>) => ({
  nodes: [
    { id: 'start', type: 'on-segment', version: 1, config },
    { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
    { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
  ],
  edges: [
    { from: 'start', exit: 'entered', to: 'mail' },
    { from: 'mail', exit: 'sent', to: 'end' },
  ],
})

const order = (who: string, n: number, at?: string) =>
  track(who, 'Order Completed', { order_id: `o-${who}-${n}`, revenue: 40 }, at)

test('the first filling takes in everybody the rule holds for, and tells nobody', async () => {
  await send(world, identify('ada', { city: 'Lyon' }), identify('bob', { city: 'Nice' }))
  const id = await segment('In Lyon', { field: 'city', op: '=', value: 'Lyon' })
  expect(await members(id)).toEqual(['ada'])
  expect(await told()).toEqual([])
})

test('what changes of somebody moves them in and out at once, and is told', async () => {
  const id = await segment('In Lyon', { field: 'city', op: '=', value: 'Lyon' })
  await send(world, identify('ada', { city: 'Lyon' }))
  await settle()
  expect(await members(id)).toEqual(['ada'])
  await send(world, identify('ada', { city: 'Nice' }))
  await settle()
  expect(await members(id)).toEqual([])
  expect(await told()).toEqual([
    'ada Entered In Lyon 2026-03-02T10:00:00.000Z',
    'ada Left In Lyon 2026-03-02T10:00:00.000Z',
  ])
})

test('somebody new is in a segment by what they have not done', async () => {
  const id = await segment('No order', { not: { event: 'Order Completed' } })
  await send(world, page('ada'))
  await settle()
  expect(await members(id)).toEqual(['ada'])
  await send(world, order('ada', 1))
  await settle()
  expect(await members(id)).toEqual([])
})

test('time alone moves people, at the instant and not a moment later', async () => {
  await send(world, identify('ada'), order('ada', 1))
  await segment('Bought lately', { event: 'Order Completed', within: 'P90D' })
  await segment('Silent', { field: 'lastOrderAt', op: '<=', value: { ago: 'P3M' } })
  await advance(world, '2026-07-01T00:00:00Z')
  expect(await told()).toEqual([
    'ada Left Bought lately 2026-05-31T10:00:00.001Z',
    // Three months by the calendar: an hour earlier in UTC, since summer time has begun.
    'ada Entered Silent 2026-06-02T09:00:00.000Z',
  ])
})

test('of many orders in a window, the one that makes the difference is waited for', async () => {
  await send(
    world,
    identify('ada'),
    order('ada', 1, '2026-02-10T10:00:00Z'),
    order('ada', 2, '2026-02-20T10:00:00Z'),
    order('ada', 3, '2026-03-01T10:00:00Z'),
  )
  const count = (op: '>=' | '=' | '<', value: number): Rule => ({
    event: 'Order Completed',
    within: 'P30D',
    count: { op, value },
  })
  await segment('Two', count('>=', 2))
  await segment('Exactly two', count('=', 2))
  await segment('Below two', count('<', 2))
  await advance(world, '2026-05-01T00:00:00Z')
  expect(await told()).toEqual([
    'ada Entered Exactly two 2026-03-12T10:00:00.001Z',
    'ada Left Two 2026-03-22T10:00:00.001Z',
    'ada Left Exactly two 2026-03-22T10:00:00.001Z',
    'ada Entered Below two 2026-03-22T10:00:00.001Z',
  ])
})

test('a segment in a segment follows it, at any depth', async () => {
  const buyers = await segment('Buyers', { event: 'Order Completed' })
  const french = await segment('French buyers', {
    and: [
      { segment: buyers, member: true },
      { field: 'locale', op: 'starts-with', value: 'fr' },
    ],
  })
  const others = await segment('Others', { segment: french, member: false })
  await send(world, identify('ada', { locale: 'fr' }))
  await settle()
  expect(await members(others)).toEqual(['ada'])
  await send(world, order('ada', 1))
  await settle()
  expect([await members(french), await members(others)]).toEqual([['ada'], []])
})

test('another rule asks everybody anew, those in segments around it too, and tells nobody', async () => {
  await send(world, identify('ada', { city: 'Lyon' }), identify('bob', { city: 'Nice' }))
  const city = await segment('City', { field: 'city', op: '=', value: 'Lyon' })
  const outside = await segment('Outside', { segment: city, member: false })
  await changeSegment(world.scope, city, {
    name: 'City',
    rule: { field: 'city', op: '=', value: 'Nice' },
  })
  await settle()
  expect([await members(city), await members(outside)]).toEqual([['bob'], ['ada']])
  expect(await told()).toEqual([])
})

test('entering a segment starts a scenario, once; being in it already does not', async () => {
  await send(world, identify('ada'), order('ada', 1))
  const id = await segment('Buyers', { event: 'Order Completed' })
  await publish(world, { graph: mailAfter({ segment: id, change: 'enters' }) })
  await send(world, identify('bob'), order('bob', 1), order('bob', 2), order('ada', 2))
  await settle()
  expect(await messages(world)).toHaveLength(1)
  expect(await runs(world)).toMatchObject([{ state: 'ended' }])
})

test('those already in it are taken when asked for', async () => {
  await send(world, identify('ada'), order('ada', 1), identify('bob'))
  const id = await segment('Buyers', { event: 'Order Completed' })
  await publish(world, { graph: mailAfter({ segment: id }) }, { alsoPast: true })
  await settle()
  expect(await messages(world)).toHaveLength(1)
})

test('leaving a segment by time alone starts a scenario at that instant', async () => {
  await send(world, identify('ada'), order('ada', 1))
  const id = await segment('Bought lately', { event: 'Order Completed', within: 'P30D' })
  await publish(world, { graph: mailAfter({ segment: id, change: 'leaves' }) })
  await advance(world, '2026-05-01T00:00:00Z')
  expect(await messages(world)).toMatchObject([
    { state: 'sent', sentAt: new Date('2026-04-01T10:00:00.001Z') },
  ])
})

test('a scenario is left by its exit rule when a segment is entered', async () => {
  const id = await segment('Buyers', { event: 'Order Completed' })
  await publish(world, {
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
        { id: 'wait', type: 'wait-duration', version: 1, config: { for: 'P30D', since: 'here' } },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'wait' },
        { from: 'wait', exit: 'done', to: 'end' },
      ],
    },
    settings: { exitRules: [{ key: 'bought', rule: { segment: id, member: true } }] },
  })
  await send(world, identify('ada'), track('ada', 'Signed Up'))
  await settle()
  await send(world, order('ada', 1))
  await settle()
  expect(await runs(world)).toMatchObject([{ endReason: 'exit', endDetail: 'bought' }])
})

test('whoever is joined into somebody else is in segments as that somebody', async () => {
  const visitors = await segment('Two pages', {
    event: 'page',
    count: { op: '>=', value: 2 },
  })
  const anonymous = { ...page('x'), userId: null, anonymousId: 'cookie' }
  await send(world, anonymous, page('ada'))
  await settle()
  expect(await members(visitors)).toEqual([])
  await send(world, { ...identify('ada'), anonymousId: 'cookie' })
  await settle()
  expect(await members(visitors)).toEqual(['ada'])
})

test('a deleted segment forgets its members', async () => {
  await send(world, identify('ada'))
  const id = await segment('Everybody', { and: [] })
  await deleteSegment(world.scope, id)
  await settle()
  const left = await inTransaction(
    world.scope,
    ({ sql }) => sql`select 1 from segment_members union all select 1 from segment_due`,
  )
  expect(left).toHaveLength(0)
})
