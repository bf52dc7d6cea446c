import { inTransaction } from '@relance/db/connection/in-transaction'
import { moveEnrolment } from '@relance/db/enrolment/move-enrolment'
import { skipEnrolment } from '@relance/db/enrolment/skip-enrolment'
import { beforeEach, expect, test } from 'vitest'
import { identify, track } from '../testing/incoming'
import {
  advance,
  limit,
  messages,
  publish,
  runs,
  send,
  startWorld,
  type World,
} from '../testing/world'

const START = '2026-03-02T10:00:00Z'

let world: World
beforeEach(async () => {
  world = await startWorld(START)
  return () => world.close()
})

/** Mail, a day's wait, the same mail again, an end. */
const graph = () => {
  const mail = { template: world.templateId, whenHeld: 'wait' }
  return {
    nodes: [
      { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
      { id: 'first', type: 'send-email', version: 1, config: mail },
      { id: 'day', type: 'wait-duration', version: 1, config: { for: 'P1D', since: 'here' } },
      { id: 'second', type: 'send-email', version: 1, config: mail },
      { id: 'week', type: 'wait-duration', version: 1, config: { for: 'P7D', since: 'here' } },
      { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
    ],
    edges: [
      { from: 'start', exit: 'entered', to: 'first' },
      { from: 'first', exit: 'sent', to: 'day' },
      { from: 'day', exit: 'done', to: 'second' },
      { from: 'second', exit: 'sent', to: 'week' },
      { from: 'week', exit: 'done', to: 'end' },
    ],
  }
}

const enter = async () => {
  await publish(world, { graph: graph() })
  await send(world, identify('ada'), track('ada', 'Signed Up'))
  await advance(world, START)
  const [run] = await inTransaction(world.scope, ({ sql }) => sql`select id from enrolments`)
  return String(run?.id)
}

const told = (code: string) =>
  inTransaction(
    world.scope,
    ({ sql }) => sql`select kind, params, next_node from trace where code = ${code}`,
  )

test('whoever is moved enters the other step anew, and may be mailed there a second time; why is kept', async () => {
  const id = await enter()
  await advance(world, '2026-03-03T10:00:00Z')
  expect(await messages(world)).toHaveLength(2)
  await moveEnrolment(world.scope, id, { nodeId: 'first', reason: 'She asked for it again' })
  await advance(world, '2026-03-03T10:01:00Z')
  expect(await messages(world)).toMatchObject([
    { nodeId: 'first' },
    { nodeId: 'second' },
    { nodeId: 'first', state: 'sent' },
  ])
  expect(await runs(world)).toMatchObject([{ nodeId: 'day' }])
  expect(await told('moved-by-hand')).toMatchObject([
    { kind: 'left', next_node: 'first', params: { reason: 'She asked for it again' } },
  ])
})

test('a mail held at the step that is left is not sent', async () => {
  await limit(world, { emailMost: 1, emailDays: 7 })
  const id = await enter()
  await advance(world, '2026-03-03T10:00:00Z')
  expect(await runs(world)).toMatchObject([{ nodeId: 'second' }])
  await moveEnrolment(world.scope, id, { nodeId: 'week', reason: 'Enough' })
  await advance(world, '2026-03-03T10:01:00Z')
  expect(await runs(world)).toMatchObject([{ nodeId: 'week' }])
  await advance(world, '2026-03-12T10:00:00Z')
  expect(await messages(world)).toMatchObject([
    { nodeId: 'first', state: 'sent' },
    { nodeId: 'second', state: 'refused' },
  ])
})

test('a wait is skipped with its reason, and nobody is moved to where their version has no step', async () => {
  const id = await enter()
  await skipEnrolment(world.scope, id, { reason: 'A trade fair' })
  await advance(world, START)
  expect(await messages(world)).toHaveLength(2)
  expect(await told('by-hand')).toMatchObject([
    { kind: 'note', params: { reason: 'A trade fair' } },
  ])
  for (const nodeId of ['gone', 'start'])
    await expect(moveEnrolment(world.scope, id, { nodeId, reason: 'x' })).rejects.toMatchObject({
      code: 'invalid',
    })
})
