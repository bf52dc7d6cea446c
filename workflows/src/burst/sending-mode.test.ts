import { inTransaction } from '@relance/db/connection/in-transaction'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { identify, track } from '../testing/incoming'
import { advance, publish, send, startWorld, type World } from '../testing/world'

const START = '2026-03-02T10:00:00Z'

let world: World
beforeAll(async () => {
  world = await startWorld(START)
})
afterAll(() => world.close())

const mail = (id: string) => ({
  ...{ id, type: 'send-email', version: 1, config: { template: world.templateId } },
})
const end = { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } }

const modes = () =>
  inTransaction(
    world.scope,
    ({ sql }) => sql`
      select m.node_id as node, m.mode, m.acted_at as at, c.external_id as who
      from messages m join contacts c on c.id = m.contact_id order by m.queued_at, c.external_id`,
  )

test('a mail at once after an act is interactive and knows when the act was; after a wait, or long after, it is automated', async () => {
  await publish(world, {
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
        mail('welcome'),
        { id: 'day', type: 'wait-duration', version: 1, config: { for: 'P1D', since: 'here' } },
        mail('later'),
        end,
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'welcome' },
        { from: 'welcome', exit: 'sent', to: 'day' },
        { from: 'day', exit: 'done', to: 'later' },
        { from: 'later', exit: 'sent', to: 'end' },
      ],
    },
  })
  await send(world, identify('ada'), track('ada', 'Signed Up', {}, '2026-03-02T09:59:30Z'))
  await send(world, identify('bob'), track('bob', 'Signed Up', {}, '2026-03-02T09:50:00Z'))
  await advance(world, START)
  await advance(world, '2026-03-03T10:00:00Z')
  expect(await modes()).toEqual([
    {
      ...{ who: 'ada', node: 'welcome', mode: 'interactive' },
      at: new Date('2026-03-02T09:59:30Z'),
    },
    { who: 'bob', node: 'welcome', mode: 'automated', at: null },
    { who: 'ada', node: 'later', mode: 'automated', at: null },
    { who: 'bob', node: 'later', mode: 'automated', at: null },
  ])
})
