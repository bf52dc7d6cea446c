import { answer } from '@relance/channels/testing/smtp-sink'
import { expect, test } from 'vitest'
import { identify, track } from './testing/incoming'
import { advance, messages, publish, send, startWorld } from './testing/world'

test('a mail server that answers 451 to every tenth has all of them, once, a minute later', async () => {
  let tries = 0
  const world = await startWorld('2026-03-02T10:00:00Z', {
    onRcptTo: (_address, _session, done) =>
      done(++tries % 10 === 0 && tries <= 50 ? answer(451, '4.3.0 Try again later') : null),
  })
  await publish(world, {
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
        { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'mail' },
        { from: 'mail', exit: 'sent', to: 'end' },
      ],
    },
  })
  const people = Array.from({ length: 50 }, (_, i) => `person-${i}`)
  await send(world, ...people.flatMap((person) => [identify(person), track(person, 'Signed Up')]))
  await advance(world, '2026-03-02T10:00:30Z')
  const states = async () => (await messages(world)).map(({ state }) => state)
  expect((await states()).filter((state) => state === 'queued')).toHaveLength(5)
  await advance(world, '2026-03-02T10:02:00Z')
  expect((await states()).filter((state) => state === 'sent')).toHaveLength(50)
  expect(world.sink.taken).toHaveLength(50)
  await world.close()
})
