import { type ImapServer, startImapServer } from '@relance/channels/testing/imap-server'
import { returnedFixture } from '@relance/channels/testing/returned-fixture'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { RETURN_DOMAIN, tokensOf } from '../testing/give-back'
import { identify, track } from '../testing/incoming'
import { advance, publish, runs, send, startWorld, type World } from '../testing/world'

let world: World
let server: ImapServer
beforeEach(async () => {
  server = await startImapServer()
  const env = { RELANCE_BOUNCE_DOMAIN: RETURN_DOMAIN, RELANCE_IMAP_URL: server.url }
  world = await startWorld('2026-03-02T10:00:00Z', undefined, env)
  await publish(world, {
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
        { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
        { id: 'day', type: 'wait-duration', version: 1, config: { for: 'P1D', since: 'here' } },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'mail' },
        { from: 'mail', exit: 'sent', to: 'day' },
        { from: 'day', exit: 'done', to: 'end' },
      ],
    },
  })
  await send(world, identify('c-1'), track('c-1', 'Signed Up'))
  await advance(world, '2026-03-02T10:00:01Z')
})
afterEach(async () => {
  await world.close()
  await server.close()
})

test('a report that lands in the mailbox suppresses the address and ends the run', async () => {
  const [token = ''] = tokensOf(world)
  const report = await returnedFixture('postfix-unknown-user', token)
  const head = `Return-Path: <>\r\nDelivered-To: bounce+${token}@${RETURN_DOMAIN}\r\n`
  server.arrive(Buffer.concat([Buffer.from(head), report]))
  await expect.poll(() => [...(server.mails[0]?.flags ?? [])]).toEqual(['\\Seen'])
  await advance(world, '2026-03-02T10:00:02Z')
  expect(await runs(world)).toMatchObject([{ endReason: 'unreachable', endDetail: 'suppressed' }])
  const suppressed = await inTransaction(
    world.scope,
    ({ sql, workspaceId }) =>
      sql`select reason from suppressions where workspace_id = ${workspaceId}`,
  )
  expect(suppressed).toMatchObject([{ reason: 'hard-bounce' }])
})

test('a mail with a forged address is flagged, and changes nothing', async () => {
  const [token = ''] = tokensOf(world)
  const forged = `${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`
  const report = await returnedFixture('postfix-unknown-user', forged)
  const head = `Return-Path: <>\r\nDelivered-To: bounce+${forged}@${RETURN_DOMAIN}\r\n`
  server.arrive(Buffer.concat([Buffer.from(head), report]))
  await expect.poll(() => server.mails[0]?.flags.has('\\Flagged')).toBe(true)
  expect(await runs(world)).toMatchObject([{ state: 'waiting' }])
})
