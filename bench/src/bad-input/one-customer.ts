import { inTransaction } from '@relance/db/connection/in-transaction'
import { identify, track } from '@relance/workflows/testing/incoming'
import {
  advance,
  publish,
  publishAgain,
  runs,
  send,
  type World,
} from '@relance/workflows/testing/world'
import { atMost, exactly, type Row, told } from '../part'
import { mailAtOnce, step, straight } from './graphs'

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** A plan of so many steps: drawn straight, a wait after every fifty, published and walked to its end. */
export async function longPlan(world: World, steps: number): Promise<Row[]> {
  const middle = Array.from({ length: steps - 2 }, (_, i) =>
    i % 50 === 0
      ? step(`s-${i}`, 'wait-duration', { for: 'PT1H', since: 'here' })
      : step(`s-${i}`, 'set-field', { field: 'city', value: `step ${i}` }),
  )
  const published = await secondsOf(() => publish(world, { graph: straight(middle) }))
  const [{ now } = { now: new Date() }] = await inTransaction(
    world.scope,
    ({ sql, workspaceId }) => sql<{ now: Date }[]>`select workspace_now(${workspaceId}) as now`,
  )
  const hours = Math.ceil(steps / 50) + 1
  const walked = await secondsOf(async () => {
    await send(world, identify('ada'), track('ada', 'Signed Up'))
    await advance(world, new Date(now.getTime() + hours * 3_600_000).toISOString())
  })
  const ended = (await runs(world)).filter(({ state }) => state === 'ended').length
  return [
    atMost(`a plan of ${steps} steps: checked, compiled and published`, published, 10, 's'),
    told(`the same, walked through its ${hours - 1} waits`, walked, 's'),
    exactly('whoever walked it reached the end', ended, 1, ''),
  ]
}

/** One event that starts so many scenarios at once. */
export async function manyScenarios(world: World, scenarios: number): Promise<Row[]> {
  for (let i = 0; i < scenarios; i++) await publish(world, { graph: mailAtOnce(world) })
  const took = await secondsOf(async () => {
    await send(world, identify('ada'), track('ada', 'Signed Up'))
    await settled(world)
  })
  const ended = (await runs(world)).filter(({ state }) => state === 'ended').length
  return [
    told(`one event that starts ${scenarios} scenarios, every mail sent`, took, 's'),
    exactly('entered and ended, once each', ended, scenarios, ''),
    exactly('mails taken by the mail server', world.sink.taken.length, scenarios, ''),
  ]
}

/** A scenario that is published again and again while somebody enters each hundredth version. */
export async function manyVersions(world: World, versions: number): Promise<Row[]> {
  const drawn = { graph: straight([step('day', 'wait-duration', { for: 'P1D', since: 'here' })]) }
  const flowId = await publish(world, drawn)
  const times: number[] = []
  for (let version = 2; version <= versions; version++) {
    times.push(await secondsOf(() => publishAgain(world, flowId, drawn, 'finish')))
    if (version % 100 !== 0) continue
    await send(world, identify(`c-${version}`), track(`c-${version}`, 'Signed Up'))
    await settled(world)
  }
  const inside = await runs(world)
  const right = inside.filter(({ version }) => version % 100 === 0).length
  const mean = (some: number[]) => some.reduce((sum, time) => sum + time, 0) / some.length
  return [
    told(`publishing, of ${versions} times`, mean(times) * 1000, 'ms'),
    atMost(
      'the last fifty against the first fifty',
      mean(times.slice(-50)) / mean(times.slice(0, 50)),
      3,
      '×',
    ),
    exactly('people on the version they entered', right, Math.floor(versions / 100), ''),
  ]
}

/** Lets everything due at the clock's own instant happen. */
async function settled(world: World): Promise<void> {
  const [{ now } = { now: new Date() }] = await inTransaction(
    world.scope,
    ({ sql, workspaceId }) => sql<{ now: Date }[]>`select workspace_now(${workspaceId}) as now`,
  )
  await advance(world, now.toISOString())
}
