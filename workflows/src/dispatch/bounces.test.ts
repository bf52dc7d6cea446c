import { answer } from '@relance/channels/testing/smtp-sink'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { listTroubles } from '@relance/db/trouble/list-troubles'
import { afterEach, expect, test } from 'vitest'
import { identify, track } from '../testing/incoming'
import { advance, messages, publish, runs, send, startWorld, type World } from '../testing/world'

let world: World
afterEach(() => world.close())

/** Sends one mail, with a week to go after it, to a server that answers so, try after try; then takes it. */
async function sendTo(...answers: [code: number, words: string][]) {
  const left = [...answers]
  world = await startWorld('2026-03-02T10:00:00Z', {
    onRcptTo: (_address, _session, done) => {
      const said = left.shift()
      done(said ? answer(...said) : null)
    },
  })
  await publish(world, {
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
        { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
        { id: 'week', type: 'wait-duration', version: 1, config: { for: 'P7D', since: 'here' } },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'mail' },
        { from: 'mail', exit: 'sent', to: 'week' },
        { from: 'week', exit: 'done', to: 'end' },
      ],
    },
  })
  await send(world, identify('c-1'), track('c-1', 'Signed Up'))
  await advance(world, '2026-03-02T10:00:01Z')
}

const suppressed = () =>
  inTransaction(
    world.scope,
    ({ sql, workspaceId }) =>
      sql`select reason from suppressions where workspace_id = ${workspaceId}`,
  )
const bounces = () =>
  inTransaction(
    world.scope,
    ({ sql, workspaceId }) => sql<{ properties: Record<string, unknown> }[]>`
      select properties from events where workspace_id = ${workspaceId} and name = 'Email Bounced'`,
  )

test('550 5.1.1 suppresses the address at once, ends the run, and outlives being told again', async () => {
  await sendTo([550, '5.1.1 No such user'])
  expect(await suppressed()).toEqual([{ reason: 'hard-bounce' }])
  expect(await runs(world)).toMatchObject([{ endReason: 'unreachable', endDetail: 'suppressed' }])
  await send(world, identify('c-2', { email: 'c-1@example.com' }), track('c-2', 'Signed Up'))
  await advance(world, '2026-03-02T10:00:02Z')
  expect((await messages(world)).at(-1)).toMatchObject({ state: 'refused', reason: 'suppressed' })
})

test('452 4.2.2 twice, then 250: delivered once, at the third try', async () => {
  await sendTo([452, '4.2.2 Full'], [452, '4.2.2 Full'])
  await advance(world, '2026-03-02T10:10:00Z')
  expect(world.sink.taken).toHaveLength(1)
  expect(await messages(world)).toMatchObject([
    { state: 'sent', sentAt: new Date('2026-03-02T10:05:00Z') },
  ])
  expect(await bounces()).toEqual([])
})

test('4.2.2 until its time is spent is a soft bounce, told once', async () => {
  await sendTo(...Array.from({ length: 20 }, (): [number, string] => [452, '4.2.2 Full']))
  await advance(world, '2026-03-08T10:00:00Z')
  expect(await messages(world)).toMatchObject([{ state: 'failed', reason: '4.2.2' }])
  expect(await bounces()).toMatchObject([
    { properties: { bounce_class: 'soft', code: '4.2.2', node_id: 'mail' } },
  ])
  expect(await suppressed()).toEqual([])
})

test('550 5.7.1 suppresses nobody and alerts', async () => {
  await sendTo([550, '5.7.1 Blocked'])
  expect(await suppressed()).toEqual([])
  expect(await runs(world)).toMatchObject([{ state: 'waiting' }])
  expect(await listTroubles(world.scope)).toMatchObject([
    { queue: 'blocked', subject: 'example.com', error: '5.7.1' },
  ])
})
