import { smtpProvider } from '@relance/channels/email/providers/smtp'
import { emailTransport } from '@relance/channels/email/transport'
import { newId } from '@relance/core/id/ids'
import pino from 'pino'
import { expect, test } from 'vitest'
import { engineOf } from '../engine-of'
import { dispatchLoop } from '../loops/dispatch'
import { reactLoop } from '../loops/react'
import { asOwner } from '../testing/as-owner'
import { identify, track } from '../testing/incoming'
import { messages, publish, send, startWorld } from '../testing/world'
import { OWN } from './providers'

test('a mail of which the gate always fails rests claimed, and holds up nobody of those due with it', async () => {
  const world = await startWorld()
  await world.stopWorker()
  await publish(world, {
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event: 'A' } },
        { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'mail' },
        { from: 'mail', exit: 'sent', to: 'end' },
      ],
    },
  })
  const people = ['ada', 'bob', 'cid']
  await send(world, ...people.flatMap((who) => [identify(who), track(who, 'A')]))
  const engine = engineOf(world.sql, pino({ level: 'silent' }))
  const { workspaceId } = world.scope
  await reactLoop.work(engine, workspaceId)
  // Of this version there is no plan.
  const first = '(select id from messages order by id limit 1)'
  await asOwner(world, `update messages set version = 99 where id = ${first}`)
  const loop = dispatchLoop(engine, newId(), {
    ...{ own: smtpProvider(OWN, emailTransport(world.sink.url)), publicUrl: 'http://localhost' },
  })
  await expect(loop.work(engine, workspaceId)).rejects.toThrow('has no plan')
  await loop.rest?.()
  expect(world.sink.taken).toHaveLength(2)
  expect((await messages(world)).map(({ state }) => state).sort()).toEqual([
    ...['sending', 'sent', 'sent'],
  ])
  expect(await loop.work(engine, workspaceId)).toBe(0)
  await asOwner(world, `update messages set version = 1 where state = 'sending'`)
  await world.close()
})
