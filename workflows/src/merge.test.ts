import type { Graph } from '@relance/core/graph/graph'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { findContacts } from '@relance/db/contact/find-contacts'
import { listMerges } from '@relance/db/merge/list-merges'
import { undoMerge } from '@relance/db/merge/undo-merge'
import { beforeEach, expect, test } from 'vitest'
import { identify, page, track } from './testing/incoming'
import { advance, publish, send, startWorld, type World } from './testing/world'

let world: World
beforeEach(async () => {
  world = await startWorld('2026-03-02T10:00:00Z')
  return () => world.close()
})

const graph = (): Graph => ({
  nodes: [
    { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
    { id: 'wait', type: 'wait-duration', version: 1, config: { for: 'P14D', since: 'visit' } },
    { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
    { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
  ],
  edges: [
    { from: 'start', exit: 'entered', to: 'wait' },
    { from: 'wait', exit: 'done', to: 'mail' },
    { from: 'mail', exit: 'sent', to: 'end' },
  ],
})

const contactOf = async (externalId: string) =>
  (await findContacts(world.scope, { externalId })).items[0]?.id ?? ''

/** What was sent, to whom, and whose message that is today. */
const mails = () =>
  inTransaction(
    world.scope,
    ({ sql, workspaceId }) => sql<{ address: string; at: Date; contactId: string }[]>`
      select address, sent_at as at, contact_id as "contactId" from messages
      where workspace_id = ${workspaceId} and state = 'sent' order by sent_at, address`,
  )

/** As a browser sends it that nobody has signed in on. */
const onCookie = (event: ReturnType<typeof page>, anonymousId = 'c') => ({
  ...event,
  userId: null,
  anonymousId,
})

test('an earlier visit that becomes known moves the wait for 14 days without one', async () => {
  await publish(world, { graph: graph() })
  await send(world, identify('ada'), page('ada'), track('ada', 'Signed Up'))
  await advance(world, '2026-03-10T10:00:00Z')
  await send(world, onCookie(page('')))
  await advance(world, '2026-03-12T10:00:00Z')
  await send(world, { ...identify('ada'), anonymousId: 'c' })
  await advance(world, '2026-04-01T00:00:00Z')
  expect(await mails()).toMatchObject([{ at: new Date('2026-03-24T10:00:00Z') }])
})

test('a run goes on with whom it belongs to when a merge is undone in its middle', async () => {
  await publish(world, {
    graph: graph(),
    settings: { reentry: { mode: 'once', after: null, atOnceAfter: [] } },
  })
  const claire = { email: 'claire@example.com', consent: { email: true } }
  await send(
    world,
    onCookie({ ...identify('x', claire), userId: null }),
    onCookie(track('', 'Signed Up')),
  )
  await advance(world, '2026-03-04T10:00:00Z')
  await send(world, { ...identify('ada', { email: 'claire@example.com' }), anonymousId: 'c' })
  await advance(world, '2026-03-06T10:00:00Z')
  const ada = await contactOf('ada')
  const [merge] = await listMerges(world.scope, ada)
  expect(merge).toMatchObject({ obstacle: null, intoId: ada })
  await undoMerge(world.scope, merge?.id ?? '')
  await send(world, track('ada', 'Signed Up'))
  await advance(world, '2026-04-15T00:00:00Z')
  expect((await mails()).map(({ contactId }) => contactId).sort()).toEqual(
    [merge?.fromId, ada].sort(),
  )
})
