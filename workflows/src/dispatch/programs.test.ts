import { inTransaction } from '@relance/db/connection/in-transaction'
import { getMessageContent } from '@relance/db/message/get-message-content'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { identify, track } from '../testing/incoming'
import { advance, createMail, publish, send, startWorld, type World } from '../testing/world'

const START = '2026-03-02T10:00:00Z'
const HOSTILE = '<b>Ada</b><img src=x onerror=alert(1)><script>alert(2)</script>'

let world: World
beforeAll(async () => {
  world = await startWorld(START)
})
afterAll(() => world.close())

test('a mail goes without the program that data brought into it, and its run tells what was taken out', async () => {
  const html = '<p>{{ contact.first_name | raw }}</p>'
  const template = await createMail(world.scope, { subject: 'Hello', html, text: 'Hello' })
  await publish(
    { scope: world.scope, templateId: template },
    {
      graph: {
        nodes: [
          { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
          { id: 'mail', type: 'send-email', version: 1, config: { template } },
          { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
        ],
        edges: [
          { from: 'start', exit: 'entered', to: 'mail' },
          { from: 'mail', exit: 'sent', to: 'end' },
        ],
      },
    },
  )
  await send(
    world,
    ...[identify('ada', { firstName: HOSTILE }), track('ada', 'Signed Up')],
    ...[identify('bob', { firstName: '<i>Bob</i>' }), track('bob', 'Signed Up')],
  )
  await advance(world, START)
  const [sent, notes] = await inTransaction(world.scope, ({ sql }) =>
    Promise.all([
      sql<{ id: string }[]>`select id from messages`,
      sql`select kind, node_id as "nodeId", params from trace where code = 'programs-removed'`,
    ]),
  )
  const read = await Promise.all(sent.map(({ id }) => getMessageContent(world.scope, id)))
  const bodies = read.map((mail) => mail.html).sort()
  expect(bodies[0]).toContain('<p><b>Ada</b><img src=x  > </p>')
  expect(bodies[1]).toContain('<p><i>Bob</i></p>')
  expect(bodies.join()).not.toContain('alert')
  expect(notes).toEqual([{ kind: 'note', nodeId: 'mail', params: { what: '<script>, onerror=' } }])
})
