import type { Graph } from '@relance/core/graph/graph'
import type { Plan } from '@relance/core/plan/plan'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { getPlan } from '@relance/db/flow/live-flows'
import pino from 'pino'
import { beforeEach, expect, test } from 'vitest'
import { engineOf } from '../engine-of'
import { identify, page, track } from '../testing/incoming'
import { wholeDatabase } from '../testing/whole-database'
import { advance, limit, publish, send, startWorld, type World } from '../testing/world'
import { drawMail } from './drawn-mail'
import type { RehearsalRequest } from './rehearsal'
import { rehearse } from './rehearse'

let world: World
beforeEach(async () => {
  world = await startWorld('2026-03-02T10:00:00Z')
  return () => world.close()
})

const reacted = {
  or: [
    { event: 'Email Link Clicked', of: 'mail-1' },
    { event: 'visit', since: 'mail-1' },
  ],
}

/** A mail, a week, and whether it was reacted to; then a month for an order. */
const drawn = (): Graph => ({
  nodes: [
    { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
    { id: 'mail-1', type: 'send-email', version: 1, config: { template: world.templateId } },
    { id: 'week', type: 'wait-duration', version: 1, config: { for: 'P7D' } },
    {
      id: 'reacted',
      type: 'condition',
      version: 1,
      config: { branches: [{ exit: 'yes', rule: reacted }], otherwise: { exit: 'no' } },
    },
    { id: 'back', type: 'end', version: 1, config: { as: 'exit', reason: 'came back' } },
    { id: 'mail-2', type: 'send-email', version: 1, config: { template: world.templateId } },
    {
      id: 'order',
      type: 'wait-event',
      version: 1,
      config: { event: 'Order Completed', atMost: 'P30D' },
    },
    { id: 'won', type: 'end', version: 1, config: { as: 'goal', reason: 'ordered' } },
    { id: 'lost', type: 'end', version: 1, config: { as: 'exit', reason: 'nothing came' } },
  ],
  edges: [
    { from: 'start', exit: 'entered', to: 'mail-1' },
    { from: 'mail-1', exit: 'sent', to: 'week' },
    { from: 'week', exit: 'done', to: 'reacted' },
    { from: 'reacted', exit: 'yes', to: 'back' },
    { from: 'reacted', exit: 'no', to: 'mail-2' },
    { from: 'mail-2', exit: 'sent', to: 'order' },
    { from: 'order', exit: 'happened', to: 'won' },
    { from: 'order', exit: 'timed-out', to: 'lost' },
  ],
})

const contactOf = (externalId: string): Promise<string> =>
  inTransaction(world.scope, async ({ sql, workspaceId }) => {
    const [row] = await sql<{ id: string }[]>`
      select id from contacts where workspace_id = ${workspaceId} and external_id = ${externalId}`
    return row?.id ?? ''
  })

const planOf = (flowId: string): Promise<Plan> =>
  inTransaction(world.scope, async (tx) => {
    const plan = await getPlan(tx, flowId, 1)
    if (!plan) throw new Error('not published')
    return plan
  })

const tryWith = async (
  flowId: string,
  who: string,
  more: Partial<Omit<RehearsalRequest, 'plan' | 'contactId'>> = {},
) =>
  rehearse(engineOf(world.sql, pino({ level: 'silent' })), world.scope, {
    plan: await planOf(flowId),
    contactId: await contactOf(who),
    choices: {},
    ...more,
  })

const lived = (): Promise<Record<string, unknown>[]> =>
  inTransaction(world.scope, async ({ sql, workspaceId }) => [
    ...(await sql`
      select at, node_id as "nodeId", visit, kind, exit, code from trace
      where workspace_id = ${workspaceId} order by step`),
  ])

const told = ({ lines }: Awaited<ReturnType<typeof rehearse>>) =>
  lines.map(({ at, nodeId, visit, kind, exit = null, code }) => ({
    ...{ at, nodeId, visit, kind, exit, code },
  }))

const path = ({ lines }: Awaited<ReturnType<typeof rehearse>>) =>
  lines.flatMap(({ kind, nodeId, exit }) => (kind === 'left' ? [`${nodeId}:${exit}`] : []))

test('a run that was lived is told as it was traced, line by line', async () => {
  const flowId = await publish(world, { graph: drawn() })
  await send(world, identify('ada'), track('ada', 'Signed Up'))
  await advance(world, '2026-03-05T10:00:00Z')
  await send(world, page('ada'))
  await advance(world, '2026-03-20T10:00:00Z')
  const rehearsal = await tryWith(flowId, 'ada')
  expect(told(rehearsal)).toEqual(await lived())
  expect(rehearsal).toMatchObject({
    end: { reason: 'end', detail: 'came-back', at: new Date('2026-03-09T10:00:00Z') },
    choices: [],
    refused: null,
  })
})

test('a visit of later is not known yet when it is asked for: the past is as it was then', async () => {
  const flowId = await publish(world, { graph: drawn() })
  await send(world, identify('ada'), track('ada', 'Signed Up'))
  await advance(world, '2026-03-12T10:00:00Z')
  await send(world, page('ada'), track('ada', 'Order Completed', { order_id: 'o-1', revenue: 40 }))
  await advance(world, '2026-05-20T10:00:00Z')
  const rehearsal = await tryWith(flowId, 'ada')
  expect(told(rehearsal)).toEqual(await lived())
  const [asked] = rehearsal.lines.filter(
    ({ nodeId, kind }) => nodeId === 'reacted' && kind === 'left',
  )
  expect(asked?.seen?.map(({ value }) => value)).toEqual([0, 0])
  expect(rehearsal.end).toMatchObject({ reason: 'goal', at: new Date('2026-03-12T10:00:00Z') })
})

test('whoever has not entered yet walks into the unknown, which is a choice with what most did', async () => {
  const flowId = await publish(world, { graph: drawn() })
  await send(world, identify('ada'))
  await advance(world, '2026-03-02T10:00:00Z')
  const unsaid = await tryWith(flowId, 'ada')
  expect(unsaid).toMatchObject({ isAssumed: true, at: new Date('2026-03-02T10:00:00Z') })
  expect(path(unsaid)).toEqual([
    ...['start:entered', 'mail-1:sent', 'week:done', 'reacted:no', 'mail-2:sent'],
    'order:timed-out',
  ])
  expect(unsaid.choices.map(({ key, is, isAssumed }) => [key, is, isAssumed])).toEqual([
    ['reacted:1:fact:1', 'no', true],
    ['reacted:1:fact:2', 'no', true],
    ['order:1:wait:1', 'nothing', true],
  ])
  const said = await tryWith(flowId, 'ada', { choices: { 'reacted:1:fact:1': { is: 'yes' } } })
  expect(path(said)).toEqual(['start:entered', 'mail-1:sent', 'week:done', 'reacted:yes'])
  const ordered = await tryWith(flowId, 'ada', {
    choices: { 'order:1:wait:1': { is: 'Order Completed', hours: 48 } },
  })
  expect(ordered.end).toEqual({
    ...{ reason: 'goal', detail: 'ordered', at: new Date('2026-03-11T10:00:00Z') },
  })
})

test('it leaves no row, moves no sequence, wakes nobody and sends nothing', async () => {
  const graph = drawn()
  graph.nodes.push(
    { id: 'note', type: 'set-field', version: 1, config: { field: 'met', value: 'yes' } },
    {
      id: 'call',
      type: 'call-webhook',
      version: 1,
      config: { method: 'GET', url: world.sink.url.replace('smtp', 'http'), headers: {} },
    },
  )
  graph.edges = graph.edges.filter(({ from }) => from !== 'start')
  graph.edges.push(
    { from: 'start', exit: 'entered', to: 'note' },
    { from: 'note', exit: 'done', to: 'call' },
    { from: 'call', exit: 'ok', to: 'mail-1' },
    { from: 'call', exit: 'failed', to: 'mail-1' },
  )
  const flowId = await publish(world, { graph })
  await send(world, identify('ada'), track('ada', 'Signed Up'), identify('bea'))
  await advance(world, '2026-03-12T10:00:00Z')
  await send(world, page('ada'))
  await advance(world, '2026-03-12T10:00:00Z')
  const mails = world.sink.taken.length
  const before = await wholeDatabase(world)
  const choices = {
    'reacted:1:fact:1': { is: 'yes' },
    'order:1:wait:1': { is: 'Order Completed' },
  }
  for (const who of ['ada', 'bea']) {
    const { mails: asked } = await tryWith(flowId, who, { choices })
    expect(asked.length).toBeGreaterThan(0)
  }
  expect(await wholeDatabase(world)).toEqual(before)
  expect(world.sink.taken).toHaveLength(mails)
})

test('a mail opens as this person would get it, and the gate says why it waits', async () => {
  await limit(world, { emailMost: 1, emailDays: 10 })
  const flowId = await publish(world, { graph: drawn() })
  await send(world, identify('ada', { firstName: 'Ada' }))
  await advance(world, '2026-03-02T10:00:00Z')
  const { mails, lines } = await tryWith(flowId, 'ada')
  const [first, second] = mails
  expect(first?.fill && (await drawMail(first.fill)).subject).toBe('Hello Ada')
  expect(lines.filter(({ kind }) => kind === 'held')).toMatchObject([
    { nodeId: 'mail-2', params: { reason: 'cap', until: '2026-03-12T10:00:00.000Z' } },
  ])
  expect(second?.message).toMatchObject({
    ...{ nodeId: 'mail-2', state: 'queued', queuedAt: new Date('2026-03-12T10:00:00Z') },
  })
})

test('whom the filter keeps out is told so with what it saw, and walks on only if asked to', async () => {
  const graph = drawn()
  const [start] = graph.nodes
  if (start) start.config.filter = { field: 'ordersCount', op: '>=', value: 2 }
  const flowId = await publish(world, { graph })
  await send(world, identify('ada'))
  await advance(world, '2026-03-02T10:00:00Z')
  const kept = await tryWith(flowId, 'ada')
  expect(kept).toMatchObject({
    refused: { code: 'not-entered-filter', seen: [{ value: 0, holds: false }] },
    ...{ lines: [], standing: null },
  })
  expect(path(await tryWith(flowId, 'ada', { evenIf: true }))).toContain('mail-1:sent')
})

test('the clock goes as far as it is moved', async () => {
  const flowId = await publish(world, { graph: drawn() })
  await send(world, identify('ada'))
  await advance(world, '2026-03-02T10:00:00Z')
  const until = new Date('2026-03-05T10:00:00Z')
  expect(await tryWith(flowId, 'ada', { until })).toMatchObject({
    now: until,
    standing: { nodeId: 'week', dueAt: new Date('2026-03-09T10:00:00Z') },
    end: null,
  })
})
