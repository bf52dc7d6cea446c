import { pauseFlow } from '@relance/db/flow/pause-flow'
import { cancelSending } from '@relance/db/sending/cancel-sending'
import { listSendingPeople, type SendingFigure } from '@relance/db/sending/list-sending-people'
import { listSendings, type SendingProgress } from '@relance/db/sending/list-sendings'
import { beforeEach, expect, test } from 'vitest'
import { identify, track } from '../testing/incoming'
import { newsletterOf, sendPeople, startOnSunday } from '../testing/newsletter'
import { advance, publish, send, type World } from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startOnSunday()
  return () => world.close()
})

const newsletter = (config: Record<string, unknown>) => newsletterOf(world, config)
const at = '2026-03-02T08:00:00Z'
const people = (count: number) => sendPeople(world, count)

/** Reads a list to its end, two at a time. */
async function read(flowId: string, figure: SendingFigure, reason?: string) {
  const names: (string | null)[] = []
  let count = 0
  let cursor: string | null = null
  do {
    const page = await listSendingPeople(
      world.scope,
      { flowId, figure, ...(reason && { reason }) },
      { limit: 2, ...(cursor && { cursor }) },
    )
    names.push(...page.items.map(({ externalId }) => externalId))
    count = page.count
    cursor = page.next
  } while (cursor)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toHaveLength(count)
  return names.sort()
}

/** Each figure has as many people behind it as it says. */
async function expectBehind(flowId: string, sending: SendingProgress | undefined) {
  if (!sending) throw new Error('There is no sending.')
  const figures = ['sent', 'held', 'underway', 'failed', 'left', 'notEntered', 'cancelled'] as const
  for (const figure of figures)
    expect([figure, (await read(flowId, figure)).length]).toEqual([figure, sending[figure]])
  for (const [reason, n] of Object.entries(sending.refused))
    expect([reason, (await read(flowId, 'refused', reason)).length]).toEqual([reason, n])
}

test('in the middle of a sending those who got it and those to come are the audience, each in one list', async () => {
  await people(10)
  const graph = newsletter({ at, pace: 'hour', people: 4 })
  const flowId = await publish(world, { graph })
  await advance(world, '2026-03-02T08:59:00Z')
  const [sending] = await listSendings(world.scope, flowId)
  expect(sending).toMatchObject({ total: 10, sent: 4 })
  await expectBehind(flowId, sending)
  const [sent, toCome] = [await read(flowId, 'sent'), await read(flowId, 'toCome')]
  expect(toCome).toHaveLength(6)
  expect(new Set([...sent, ...toCome]).size).toBe(10)
  // Somebody who joins the audience now is still to come, too.
  await send(world, identify('late'))
  expect(await read(flowId, 'toCome')).toContain('late')
})

test('whom a cancellation spared is known by name, and a pause before it changes nothing', async () => {
  await people(10)
  const graph = newsletter({ at, pace: 'hour', people: 4 })
  const flowId = await publish(world, { graph })
  await advance(world, '2026-03-02T08:59:00Z')
  await pauseFlow(world.scope, flowId)
  const toCome = await read(flowId, 'toCome')
  const [open] = await listSendings(world.scope, flowId)
  expect(await cancelSending(world.scope, flowId, open?.id ?? '')).toEqual({ people: 6 })
  const [sending] = await listSendings(world.scope, flowId)
  expect(sending).toMatchObject({ state: 'cancelled', sent: 4, cancelled: 6, notEntered: 0 })
  expect(await read(flowId, 'cancelled')).toEqual(toCome)
  expect(await read(flowId, 'toCome')).toEqual([])
  await expectBehind(flowId, sending)
})

test('whoever was held when it was cancelled is spared, and in no other list', async () => {
  await people(3)
  const quiet = { quietHours: { from: '20:00', to: '08:00' } }
  const graph = newsletter({ at: '2026-03-01T23:00:00Z' })
  const flowId = await publish(world, { graph, settings: quiet })
  await advance(world, '2026-03-01T23:30:00Z')
  await expectBehind(flowId, (await listSendings(world.scope, flowId))[0])
  const [open] = await listSendings(world.scope, flowId)
  await cancelSending(world.scope, flowId, open?.id ?? '')
  const [sending] = await listSendings(world.scope, flowId)
  expect(sending).toMatchObject({ cancelled: 3, left: 0, refused: {}, entered: 3 })
  await expectBehind(flowId, sending)
})

test('who was left out is listed by the reason, and who may not enter again as not let in', async () => {
  await people(4)
  for (const name of ['p1', 'p2'])
    await send(world, track(name, 'Order Completed', { order_id: `o-${name}`, revenue: 20 }))
  const rrule = 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0'
  const settings = { typology: 'prospecting' as const }
  const flowId = await publish(world, { graph: newsletter({ rrule }), settings })
  await advance(world, '2026-03-03T00:00:00Z')
  const [first] = await listSendings(world.scope, flowId)
  expect(first).toMatchObject({ sent: 2, refused: { 'already-customer': 2 } })
  expect(await read(flowId, 'refused', 'already-customer')).toEqual(['p1', 'p2'])
  await expectBehind(flowId, first)
  // Once ever: nobody is let in a second time.
  await advance(world, '2026-03-10T00:00:00Z')
  const [second] = await listSendings(world.scope, flowId)
  expect(second).toMatchObject({ total: 4, sent: 0, notEntered: 4 })
  await expectBehind(flowId, second)
})
