import { countRungs } from '@relance/db/activity/count-rungs'
import { listLadderMoves } from '@relance/db/activity/list-ladder-moves'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { beforeEach, expect, test } from 'vitest'
import { identify, page, track } from '../testing/incoming'
import { advance, messages, publish, runs, send, startWorld, type World } from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startWorld('2026-01-10T10:00:00Z')
  return () => world.close()
})

const mailWhenAtRisk = () => ({
  graph: {
    nodes: [
      { id: 'start', type: 'on-event', version: 1, config: { event: 'Became At Risk' } },
      { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
      { id: 'end', type: 'end', version: 1, config: { as: 'exit' as const, reason: 'done' } },
    ],
    edges: [
      { from: 'start', exit: 'entered', to: 'mail' },
      { from: 'mail', exit: 'sent', to: 'end' },
    ],
  },
  settings: { reentry: { mode: 'after' as const, after: 'P90D', atOnceAfter: [] } },
})

/** Whose mail went when. */
const mails = () =>
  inTransaction(
    world.scope,
    async ({ sql }) => sql<{ who: string; at: Date }[]>`
      select c.external_id as who, m.sent_at as at from messages m
      join contacts c on c.workspace_id = m.workspace_id and c.id = m.contact_id order by m.sent_at, who`,
  )

test('buyers and mere registrants become at risk at four in the morning after 90 days, once; who came back at 03:59 does not', async () => {
  await publish(world, mailWhenAtRisk())
  await send(world, identify('registrant'), identify('buyer'), identify('awake'))
  await send(world, track('buyer', 'Order Completed', { order_id: 'o-1', revenue: 40 }))
  await send(world, page('awake'))
  // 90 local days later is 10 April, 11:00 in Paris; the next morning's look is at 02:00 UTC.
  await advance(world, '2026-04-11T01:59:00Z')
  expect(await mails()).toEqual([])
  await send(world, page('awake'))
  await advance(world, '2026-04-30T10:00:00Z')
  const at = new Date('2026-04-11T02:00:00Z')
  expect(await mails()).toEqual([
    { who: 'buyer', at },
    { who: 'registrant', at },
  ])
})

test('a second silence of 90 days is another crossing', async () => {
  await publish(world, mailWhenAtRisk())
  await send(world, identify('ada'), page('ada'))
  await advance(world, '2026-05-01T10:00:00Z')
  await send(world, page('ada'))
  await advance(world, '2026-09-01T10:00:00Z')
  expect((await messages(world)).map(({ sentAt }) => sentAt)).toEqual([
    new Date('2026-04-11T02:00:00Z'),
    new Date('2026-07-31T02:00:00Z'),
  ])
})

test('time alone moves people down the ladder to the day, and an order takes them up at once', async () => {
  await send(world, identify('ada'), page('ada'))
  const rungs = async () => (await countRungs(world.scope)).rungs
  await advance(world, '2026-04-10T08:59:00Z')
  expect(await rungs()).toMatchObject({ active: 1 })
  await advance(world, '2026-04-10T09:00:00Z')
  expect(await rungs()).toMatchObject({ 'at-risk': 1, active: 0 })
  await advance(world, '2027-03-01T10:00:00Z')
  expect(await rungs()).toMatchObject({ lost: 1 })
  await send(world, track('ada', 'Order Completed', { order_id: 'o-1', revenue: 40 }))
  await advance(world, '2027-03-01T10:00:05Z')
  expect(await rungs()).toMatchObject({ active: 1, lost: 0 })
  expect(await listLadderMoves(world.scope, 366)).toEqual([
    { day: '2026-04-10', from: 'active', to: 'at-risk', people: 1 },
    { day: '2026-07-09', from: 'at-risk', to: 'dormant', people: 1 },
    { day: '2027-01-10', from: 'dormant', to: 'lost', people: 1 },
    { day: '2027-03-01', from: 'lost', to: 'active', people: 1 },
  ])
})

test('an exit rule about the ladder ends a run at the instant its rung is reached', async () => {
  await publish(world, {
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
        { id: 'wait', type: 'wait-duration', version: 1, config: { for: 'P500D', since: 'here' } },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit' as const, reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'wait' },
        { from: 'wait', exit: 'done', to: 'end' },
      ],
    },
    settings: {
      exitRules: [{ key: 'lost', rule: { field: 'ladder', op: '=', value: 'lost' } }],
    },
  })
  await send(world, identify('ada'), track('ada', 'Signed Up'))
  await advance(world, '2027-01-10T09:59:00Z')
  expect(await runs(world)).toMatchObject([{ state: 'waiting' }])
  await advance(world, '2027-01-10T10:00:00Z')
  expect(await runs(world)).toMatchObject([
    { state: 'ended', endReason: 'exit', endDetail: 'lost' },
  ])
})
