import { answer } from '@relance/channels/testing/smtp-sink'
import { expect, test } from 'vitest'
import { identify, track } from '../testing/incoming'
import { advance, limit, messages, publish, send, startWorld } from '../testing/world'

test('a mail that may not go any more in the second of sending waits, and holds those behind it', async () => {
  let isBusy = true
  const world = await startWorld('2026-03-02T10:00:00Z', {
    onRcptTo: (_address, _session, done) => done(isBusy ? answer(451, '4.3.0 Later') : null),
  })
  const mails = ['m-1', 'm-2']
  await publish(world, {
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event: 'A' } },
        ...mails.map((id) => ({
          ...{ id, type: 'send-email', version: 1, config: { template: world.templateId } },
        })),
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: ['start', ...mails].map((from, i) => ({
        ...{ from, exit: i === 0 ? 'entered' : 'sent', to: mails[i] ?? 'end' },
      })),
    },
  })
  await send(world, identify('c-1'), track('c-1', 'A'))
  await advance(world, '2026-03-02T10:00:30Z')
  expect((await messages(world)).map(({ state }) => state)).toEqual(['queued', 'queued'])
  isBusy = false
  await limit(world, { quietHours: { from: '11:00', to: '14:00' } })
  await advance(world, '2026-03-02T12:00:00Z')
  expect((await messages(world)).map(({ state, reason }) => [state, reason])).toEqual([
    ['queued', 'quiet-hours'],
    ['queued', 'quiet-hours'],
  ])
  await advance(world, '2026-03-02T14:00:00Z')
  const endOfQuiet = new Date('2026-03-02T13:00:00Z')
  expect((await messages(world)).map(({ sentAt }) => sentAt)).toEqual([endOfQuiet, endOfQuiet])
  await world.close()
})
