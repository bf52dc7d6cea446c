import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { identify, track } from './testing/incoming'
import {
  advance,
  messages,
  publish,
  runs,
  send,
  startWorld,
  type World,
  workerEnv,
} from './testing/world'

let world: World
const children: ChildProcess[] = []

beforeAll(async () => {
  world = await startWorld('2026-03-02T10:00:00Z')
  await world.stopWorker()
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await world.close()
})

/** A worker in a process of its own, that can be killed. */
async function forkWorker(): Promise<ChildProcess> {
  const env = Object.fromEntries(
    Object.entries(workerEnv(world.databaseUrl, world.sink.url)).map(([name, value]) => [
      name,
      String(value),
    ]),
  )
  const child = fork(fileURLToPath(new URL('main.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  children.push(child)
  await new Promise((ready) => child.once('message', ready))
  return child
}

const graph = () => ({
  nodes: [
    { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
    { id: 'day', type: 'wait-duration', version: 1, config: { for: 'PT24H', since: 'here' } },
    { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
    { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
  ],
  edges: [
    { from: 'start', exit: 'entered', to: 'day' },
    { from: 'day', exit: 'done', to: 'mail' },
    { from: 'mail', exit: 'sent', to: 'end' },
  ],
})

test('a worker killed between the end of a wait and its mail leaves exactly one mail', async () => {
  await publish(world, { graph: graph() })
  const first = await forkWorker()
  await send(world, identify('ada'), track('ada', 'Signed Up'))
  await advance(world, '2026-03-02T12:00:00Z')
  // The clock passes the wait's end; the worker dies with the wake in its hands.
  const advancing = advance(world, '2026-03-04T00:00:00Z').catch((error: unknown) => error)
  await expect
    .poll(async () => (await messages(world)).length, { timeout: 20_000, interval: 2 })
    .toBe(1)
  first.kill('SIGKILL')
  await forkWorker()
  await advancing
  await advance(world, '2026-03-04T00:00:00Z')
  expect(await messages(world)).toMatchObject([{ state: 'sent' }])
  expect(await runs(world)).toMatchObject([{ state: 'ended' }])
  const ids = world.sink.taken.map((mail) => mail.match(/^Message-ID: (.*)$/im)?.[1])
  expect(new Set(ids).size).toBe(1)
  expect(ids.length).toBe(1)
}, 240_000)
