import { smtpProvider } from '@relance/channels/email/providers/smtp'
import { emailTransport } from '@relance/channels/email/transport'
import { newId } from '@relance/core/id/ids'
import pino from 'pino'
import { expect, test } from 'vitest'
import { engineOf } from '../engine-of'
import { reactLoop } from '../loops/react'
import { identify, track } from '../testing/incoming'
import { messages, publish, send, startWorld } from '../testing/world'
import { type Dispatcher, sendMessages, takeMessages } from './dispatch-message'
import { lastLooks } from './last-look'
import { OWN } from './providers'
import { recordResults } from './record-result'

/** Some who are sent one mail by a run that ends right after it, each as far as the queue; and who sends. */
async function queuedFor(people: string[], end: Record<string, string>) {
  const world = await startWorld()
  await world.stopWorker()
  await publish(world, {
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event: 'A' } },
        { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
        { id: 'end', type: 'end', version: 1, config: end },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'mail' },
        { from: 'mail', exit: 'sent', to: 'end' },
      ],
    },
  })
  for (const who of people) await send(world, identify(who), track(who, 'A'))
  const engine = engineOf(world.sql, pino({ level: 'silent' }))
  const { workspaceId } = world.scope
  await reactLoop.work(engine, workspaceId)
  const dispatcher: Dispatcher = {
    ...{ engine, workerId: newId(), results: recordResults(engine), lastLooks: lastLooks(engine) },
    sender: {
      own: smtpProvider(OWN, emailTransport(world.sink.url)),
      publicUrl: 'http://localhost',
    },
  }
  return { world, engine, workspaceId, dispatcher }
}

test('a mail goes although its run has ended since, where the drawing ends there as its goal', async () => {
  const { world, workspaceId, dispatcher } = await queuedFor(['ada'], { as: 'goal' })
  const taken = await takeMessages(dispatcher, workspaceId, 64)
  await sendMessages(dispatcher, workspaceId, taken, () => {})
  expect((await messages(world)).map(({ state }) => state)).toEqual(['sent'])
  expect(world.sink.taken).toHaveLength(1)
  await world.close()
})

test('who unsubscribes while their mail is being made does not get it, whether that was taken in already or not', async () => {
  const end = { as: 'exit', reason: 'done' }
  const started = await queuedFor(['ada', 'bob', 'cid'], end)
  const { world, engine, workspaceId, dispatcher } = started
  const go = async () =>
    sendMessages(dispatcher, workspaceId, await takeMessages(dispatcher, workspaceId, 64), () => {})
  const taken = await takeMessages(dispatcher, workspaceId, 64)
  expect(taken.cleared).toHaveLength(3)
  await send(world, track('ada', 'Unsubscribed'))
  await reactLoop.work(engine, workspaceId)
  await send(world, track('cid', 'Unsubscribed'))
  await sendMessages(dispatcher, workspaceId, taken, () => {})
  expect(world.sink.taken.map((raw) => /^To: (.+)$/m.exec(raw)?.[1]?.trim())).toEqual([
    'bob@example.com',
  ])
  await go()
  expect(world.sink.taken).toHaveLength(1)
  expect((await messages(world)).map(({ state, reason }) => [state, reason])).toEqual([
    ['refused', 'unsubscribed'],
    ['sent', null],
    ['refused', 'unsubscribed'],
  ])
  await world.close()
})
