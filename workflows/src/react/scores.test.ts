import { readFile } from 'node:fs/promises'
import type { Rule } from '@relance/core/rule/rule'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { findContacts } from '@relance/db/contact/find-contacts'
import { getContact } from '@relance/db/contact/get-contact'
import { createImport } from '@relance/db/import/create-import'
import { CDNOW_FILE } from '@relance/db/sample/seed-demo'
import { listScoreHistory } from '@relance/db/score/list-score-history'
import { createSegment } from '@relance/db/segment/create-segment'
import { getSegment } from '@relance/db/segment/list-segments'
import { previewSegment } from '@relance/db/segment/preview-segment'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { identify, track } from '../testing/incoming'
import { advance, messages, publish, runs, send, startWorld, type World } from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startWorld('1998-07-01T00:00:00Z')
})
afterEach(() => world.close())

/** The customers 00001 to 00400 of the sample: enough to be scored, and quick. */
async function importSome(customers = 400): Promise<void> {
  const lines = (await readFile(CDNOW_FILE, 'utf8')).split('\n')
  const some = lines.filter((line) => Number(line.trim().slice(0, 5)) <= customers)
  await createImport(world.scope, { kind: 'cdnow', bytes: Buffer.from(some.join('\n')) })
  await advance(world, '1998-07-01T00:00:00Z')
}

const contactOf = async (externalId: string) => {
  const { items } = await findContacts(world.scope, { externalId })
  return getContact(world.scope, items[0]?.id ?? '')
}

const order = (userId: string, revenue: number, orderId = `${userId}-${revenue}`) =>
  track(userId, 'Order Completed', { order_id: orderId, revenue })

/** Waits for a long time, unless an exit rule ends it. */
const waiting = (trigger: { type: string; config: Record<string, unknown> }) => ({
  nodes: [
    { id: 'start', version: 1, ...trigger },
    { id: 'wait', type: 'wait-duration', version: 1, config: { for: 'P300D', since: 'here' } },
    { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
    { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
  ],
  edges: [
    { from: 'start', exit: 'entered', to: 'wait' },
    { from: 'wait', exit: 'done', to: 'mail' },
    { from: 'mail', exit: 'sent', to: 'end' },
  ],
})
const signedUp = { type: 'on-event', config: { event: 'Signed Up' } }

test('an order is scored at once against the breakpoints of before, and wakes who waits for the score', async () => {
  const bytes = await readFile(CDNOW_FILE)
  await createImport(world.scope, { kind: 'cdnow', bytes })
  await advance(world, '1998-07-01T00:00:00Z')
  await publish(world, {
    graph: waiting(signedUp),
    settings: {
      exitRules: [{ key: 'top', rule: { field: 'rfm.total', op: '>=', value: 13 } }],
    },
  })
  await send(world, track('00001', 'Signed Up'))
  await advance(world, '1998-07-01T00:00:00Z')
  expect(await runs(world)).toMatchObject([{ state: 'waiting' }])
  expect((await contactOf('00001')).rfm).toMatchObject({ r: 1, f: 1, m: 1, total: 3 })

  await send(world, order('00001', 150))
  await advance(world, '1998-07-01T00:00:00Z')
  const contact = await contactOf('00001')
  expect(contact.rfm).toMatchObject({
    ...{ r: 5, f: 3, m: 5, total: 13, currentValue: 15, potentialValue: 5 },
    asOf: '1998-07-01T00:00:00.000Z',
  })
  expect(contact.rfm?.percentile).toBeGreaterThan(0.7)
  expect(await runs(world)).toMatchObject([{ state: 'ended', endReason: 'exit', endDetail: 'top' }])
})

test('a refund lowers frequency and amount; one of the only order leaves no score', async () => {
  await importSome()
  const before = (await contactOf('00001')).rfm
  await send(world, order('00001', 150, 'o-1'))
  await advance(world, '1998-07-01T00:00:00Z')
  await advance(world, '1998-07-01T01:00:00Z')
  await send(world, track('00001', 'Order Refunded', { order_id: 'o-1' }))
  await advance(world, '1998-07-01T01:00:00Z')
  const { rfm, id } = await contactOf('00001')
  expect(rfm).toMatchObject({ r: before?.r, f: before?.f, m: before?.m })
  expect((await listScoreHistory(world.scope, id)).map(({ r, f, m }) => [r, f, m])).toEqual([
    [before?.r, before?.f, before?.m],
    [5, 3, 5],
  ])

  await send(world, identify('new'), order('new', 20, 'o-2'))
  await advance(world, '1998-07-01T01:00:00Z')
  expect((await contactOf('new')).rfm).toMatchObject({ r: 5, f: 1 })
  await send(world, track('new', 'Order Refunded', { order_id: 'o-2' }))
  await advance(world, '1998-07-01T01:00:00Z')
  expect((await contactOf('new')).rfm).toBeNull()
})

test('a fall of two points within ninety days enters, once, at the night that finds it', async () => {
  await importSome()
  await publish(world, {
    graph: waiting({
      type: 'on-score-drop',
      config: { watch: 'total', points: 2, within: 'P90D', bottom: 20 },
    }),
    settings: { reentry: { mode: 'per-key', atOnceAfter: [] } },
  })
  // Everybody else orders within weeks; whoever was at the top by recency falls behind them.
  const others = Array.from({ length: 399 }, (_, n) => `${n + 2}`.padStart(5, '0'))
  await send(world, identify('00001'), order('00001', 150, 'first'))
  await advance(world, '1998-07-05T00:00:00Z')
  expect((await contactOf('00001')).rfm).toMatchObject({ r: 5 })
  await send(world, ...others.map((id) => order(id, 30, `${id}-july`)))
  await advance(world, '1998-07-05T12:00:00Z')
  const entered = await runs(world)
  const { rfm, id } = await contactOf('00001')
  expect(rfm?.r).toBe(1)
  const mine = await inTransaction(
    world.scope,
    ({ sql, workspaceId }) => sql<{ enteredAt: Date }[]>`
      select entered_at as "enteredAt" from enrolments where workspace_id = ${workspaceId} and contact_id = ${id}`,
  )
  expect(mine).toEqual([{ enteredAt: new Date('1998-07-05T02:00:00Z') }])
  await advance(world, '1998-07-20T00:00:00Z')
  expect(await runs(world)).toHaveLength(entered.length)
})

test('the bottom fifth is stopped before a mail and while waiting; others go on', async () => {
  await importSome()
  await publish(world, {
    graph: waiting(signedUp),
    settings: {
      exitRules: [{ key: 'bottom-fifth', rule: { field: 'rfm.percentile', op: '<', value: 0.2 } }],
    },
  })
  await send(world, identify('00001'), identify('00002'), track('00001', 'Signed Up'))
  await send(world, track('00002', 'Signed Up'))
  await advance(world, '1998-07-01T00:00:00Z')
  expect(await runs(world)).toMatchObject([
    { state: 'ended', endReason: 'exit', endDetail: 'bottom-fifth' },
    { state: 'waiting' },
  ])
  // Everybody but 00002 orders: the next night 00002 is at the bottom, and the wait is over.
  const others = Array.from({ length: 398 }, (_, n) => `${n + 3}`.padStart(5, '0'))
  await send(world, ...others.map((id) => order(id, 300, `${id}-july`)))
  await advance(world, '1998-07-01T12:00:00Z')
  expect(await runs(world)).toMatchObject([
    { state: 'ended' },
    { state: 'ended', endReason: 'exit', endDetail: 'bottom-fifth' },
  ])
  expect(await messages(world)).toEqual([])
})

test.each<[string, Rule]>([
  ['of a score', { field: 'rfm.r', op: '<', value: 5 }],
  ['of the bottom half', { field: 'rfm.percentile', op: '<', value: 0.5 }],
])(
  'whom a night’s scoring brings into a segment %s, or takes out of it, changes its members',
  async (_, rule) => {
    await importSome()
    const { id } = await createSegment(world.scope, { name: 'Not lately', rule })
    await advance(world, '1998-07-01T00:00:00Z')
    const others = Array.from({ length: 100 }, (_, n) => `${n + 1}`.padStart(5, '0'))
    await send(world, ...others.map((who) => order(who, 30, `${who}-july`)))
    await advance(world, '1998-07-01T12:00:00Z')
    const asked = await previewSegment(world.scope, rule)
    const kept = await getSegment(world.scope, id)
    expect(kept).toMatchObject({ isFilling: false, count: asked.count })
  },
  120_000,
)
