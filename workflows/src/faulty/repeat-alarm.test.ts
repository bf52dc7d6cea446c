import { liftAlarm } from '@relance/db/faulty/lift-alarm'
import { listAlarms } from '@relance/db/faulty/list-alarms'
import { makeApology } from '@relance/db/faulty/make-apology'
import { beforeEach, expect, test } from 'vitest'
import { identify, track } from '../testing/incoming'
import { advance, limit, messages, publish, send, startWorld, type World } from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startWorld('2026-03-02T10:00:00Z')
  return () => world.close()
})

const mailOn = (trigger: Record<string, unknown>) => ({
  nodes: [
    { id: 'start', type: 'on-event', version: 1, config: trigger },
    { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
    { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
  ],
  edges: [
    { from: 'start', exit: 'entered', to: 'mail' },
    { from: 'mail', exit: 'sent', to: 'end' },
  ],
})
const perKey = { reentry: { mode: 'per-key' as const, after: null, atOnceAfter: [] } }
const states = async () => (await messages(world)).map(({ state }) => state)

test('a step that mails somebody again within a day stands still until somebody has looked', async () => {
  await limit(world, { emailMost: null, allMost: null, repeatHours: 24 })
  const flowId = await publish(world, { graph: mailOn({ event: 'Pinged' }), settings: perKey })
  await send(world, identify('ada'), identify('bob'), track('ada', 'Pinged'))
  await advance(world, '2026-03-02T10:01:00Z')
  expect(await listAlarms(world.scope)).toEqual([])
  await send(world, track('ada', 'Pinged'))
  await advance(world, '2026-03-02T10:02:00Z')
  expect(await listAlarms(world.scope)).toMatchObject([{ flowId, nodeId: 'mail', mail: 'Hello' }])
  await send(world, track('ada', 'Pinged'), track('bob', 'Pinged'))
  await advance(world, '2026-03-02T12:00:00Z')
  expect(await states()).toEqual(['sent', 'sent'])
  expect(await listAlarms(world.scope)).toMatchObject([{ held: 2 }])
  await liftAlarm(world.scope, flowId, 'mail')
  await advance(world, '2026-03-02T12:01:00Z')
  expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent'])
  expect(await listAlarms(world.scope)).toEqual([])
})

test('the next day is no repetition, and a service message never is', async () => {
  await limit(world, { emailMost: null, allMost: null, repeatHours: 24 })
  const graph = mailOn({ event: 'Pinged' })
  await publish(world, { graph, settings: perKey })
  const served = mailOn({ event: 'Order Completed' })
  await publish(world, { graph: served, settings: { ...perKey, typology: 'service' } })
  await send(world, identify('ada'), track('ada', 'Pinged'))
  for (const order of ['o-1', 'o-2', 'o-3'])
    await send(world, track('ada', 'Order Completed', { order_id: order, revenue: 10 }))
  await advance(world, '2026-03-03T11:00:00Z')
  await send(world, track('ada', 'Pinged'))
  await advance(world, '2026-03-03T12:00:00Z')
  expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent', 'sent'])
  expect(await listAlarms(world.scope)).toEqual([])
})

test('an apology reaches each of those who were hit, once, though they are past every limit', async () => {
  const flowId = await publish(world, { graph: mailOn({ event: 'Pinged' }), settings: perKey })
  for (let time = 0; time < 3; time++)
    await send(world, identify('ada'), track('ada', 'Pinged'), identify('bob'))
  await send(world, track('bob', 'Pinged'))
  await advance(world, '2026-03-02T11:00:00Z')
  await limit(world, { emailMost: 1, allMost: 1 })
  const faulty = {
    ...{ flowId, nodeId: 'mail', whom: 'repeated' as const },
    ...{ from: new Date('2026-03-02T10:00:00Z'), to: new Date('2026-03-02T11:00:00Z') },
  }
  const sorry = await publish(world, {
    graph: mailOn({ event: 'Apology Due' }),
    settings: { ...perKey, typology: 'service' },
  })
  expect(await makeApology(world.scope, faulty, async () => sorry)).toMatchObject({ people: 1 })
  expect(await makeApology(world.scope, faulty, async () => sorry)).toMatchObject({ people: 0 })
  await advance(world, '2026-03-02T12:00:00Z')
  expect((await states()).filter((state) => state === 'sent')).toHaveLength(5)
})
