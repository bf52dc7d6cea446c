import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { AppError } from '@relance/core/error/app-error'
import { beforeEach, expect, test } from 'vitest'
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

beforeEach(async () => {
  world = await startWorld('2026-03-02T10:00:00Z')
  await world.stopWorker()
  return async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
    await world.close()
  }
})

/** A worker in a process of its own, that can be killed, or kills itself where `failpoints` says. */
async function forkWorker(failpoints = ''): Promise<ChildProcess> {
  const env = Object.fromEntries(
    Object.entries(workerEnv(world.databaseUrl, world.sink.url)).map(([name, value]) => [
      name,
      String(value),
    ]),
  )
  const child = fork(fileURLToPath(new URL('main.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...env, RELANCE_FAILPOINTS: failpoints },
    stdio: 'ignore',
  })
  children.push(child)
  // One that is to kill itself may do so before it has said that it is ready.
  await new Promise((go) => child.once('message', go).once('exit', go))
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
  await expect.poll(async () => (await messages(world)).length, { interval: 2 }).toBe(1)
  first.kill('SIGKILL')
  await forkWorker()
  await advancing
  await advance(world, '2026-03-04T00:00:00Z')
  expect(await messages(world)).toMatchObject([{ state: 'sent' }])
  expect(await runs(world)).toMatchObject([{ state: 'ended' }])
  const ids = world.sink.taken.map((mail) => mail.match(/^Message-ID: (.*)$/im)?.[1])
  expect(new Set(ids).size).toBe(1)
  expect(ids.length).toBe(1)
})

/** A wait, then one more, then the mail: nobody's mail is in hand while workers die at the first. */
const twoWaits = () => ({
  nodes: [
    { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
    { id: 'day', type: 'wait-duration', version: 1, config: { for: 'PT24H', since: 'here' } },
    { id: 'hour', type: 'wait-duration', version: 1, config: { for: 'PT1H', since: 'here' } },
    { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
    { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
  ],
  edges: [
    { from: 'start', exit: 'entered', to: 'day' },
    { from: 'day', exit: 'done', to: 'hour' },
    { from: 'hour', exit: 'done', to: 'mail' },
    { from: 'mail', exit: 'sent', to: 'end' },
  ],
})

test('fifty people under way outlive workers that die at the commits of react, relay and burst', async () => {
  await publish(world, { graph: twoWaits() })
  const people = Array.from({ length: 50 }, (_, i) => `person-${i}`)
  await send(world, ...people.flatMap((person) => [identify(person), track(person, 'Signed Up')]))
  const dies = async (failpoint: string) => {
    const worker = await forkWorker(`${failpoint}=kill:1`)
    if (worker.signalCode === null) await new Promise((resolve) => worker.once('exit', resolve))
    expect(worker.signalCode).toBe('SIGKILL')
  }
  await dies('react.after-commit')
  // The clock passes the first wait while one worker after the other dies over it.
  const advancing = (async () => {
    for (;;) {
      try {
        return await advance(world, '2026-03-03T10:30:00Z')
      } catch (error) {
        // "Not settled" is what it says while nobody works; calling again goes on.
        if (AppError.from(error).code !== 'unavailable') throw error
      }
    }
  })()
  await dies('relay.before-commit')
  await dies('burst.after-commit')
  await forkWorker()
  await advancing
  await advance(world, '2026-03-04T00:00:00Z')
  expect((await runs(world)).filter(({ endDetail }) => endDetail === 'done')).toHaveLength(50)
  expect((await messages(world)).filter(({ state }) => state === 'sent')).toHaveLength(50)
  expect(world.sink.taken).toHaveLength(50)
})
