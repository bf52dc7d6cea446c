import { answer, type SmtpSink, startSmtpSink } from '@relance/channels/testing/smtp-sink'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { setMailProviders } from '@relance/db/sender/mail-providers'
import { listTroubles } from '@relance/db/trouble/list-troubles'
import { updateWorkspace } from '@relance/db/workspace/update-workspace'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { identify, track } from '../testing/incoming'
import { advance, messages, publish, send, startWorld, type World } from '../testing/world'

type MailServer = Parameters<typeof startWorld>[1]

let world: World
let second: SmtpSink
beforeEach(async () => {
  second = await startSmtpSink()
})
afterEach(async () => {
  await world.close()
  await second.close()
})

const smtpAt = (url: string) => {
  const { hostname, port } = new URL(url)
  return {
    settings: {
      ...{ kind: 'smtp' as const, host: hostname, port: Number(port), secure: false, user: '' },
    },
  }
}

/** A workspace whose mails go by the world’s server, then by another. */
async function start(mailServer?: MailServer) {
  world = await startWorld('2026-03-02T10:00:00Z', mailServer)
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
  await updateWorkspace(world.scope, { allowPrivateWebhooks: true })
  await setMailProviders(world.scope, [{ settings: { kind: 'own' } }, smtpAt(second.url)])
}

const attempts = () =>
  inTransaction(
    world.scope,
    ({ sql, workspaceId }) => sql<{ provider: string; accepted: boolean | null }[]>`
      select provider, accepted from message_attempts where workspace_id = ${workspaceId} order by started_at`,
  )

test('where the first server is away the second hands the mail out, and people are told', async () => {
  await start()
  await world.sink.close()
  await send(world, identify('c-1'), track('c-1', 'A'))
  await advance(world, '2026-03-02T10:00:01Z')
  expect(await messages(world)).toMatchObject([{ state: 'sent' }])
  expect(second.taken).toHaveLength(1)
  expect(await attempts()).toMatchObject([
    { provider: expect.not.stringMatching(/^own$/), accepted: true },
  ])
  expect(await listTroubles(world.scope)).toMatchObject([{ queue: 'provider', subject: 'own' }])
})

test('a mail that the first may have taken goes by the first again, never by the second', async () => {
  let cuts = 1
  await start({
    // Called on the server itself.
    onData(this: { connections: Set<{ close(): void }> }, stream, _session, done) {
      stream.resume()
      stream.on('end', () => {
        if (cuts-- <= 0) return done()
        for (const connection of this.connections) connection.close()
      })
    },
  } as MailServer)
  await send(world, identify('c-1'), track('c-1', 'A'))
  await advance(world, '2026-03-02T10:00:01Z')
  expect((await messages(world))[0]).toMatchObject({ state: 'queued' })
  expect(await attempts()).toMatchObject([{ provider: 'own', accepted: null }])
  await advance(world, '2026-03-02T10:02:00Z')
  expect((await messages(world))[0]).toMatchObject({ state: 'sent' })
  expect(second.taken).toEqual([])
  expect(await attempts()).toMatchObject([
    { provider: 'own', accepted: null },
    { provider: 'own', accepted: true },
  ])
})

test('a server in a private network is not connected to unless the workspace may', async () => {
  await start()
  await updateWorkspace(world.scope, { allowPrivateWebhooks: false })
  await setMailProviders(world.scope, [smtpAt(second.url)])
  await send(world, identify('c-1'), track('c-1', 'A'))
  await advance(world, '2026-03-02T10:00:01Z')
  expect((await messages(world))[0]).toMatchObject({ state: 'queued' })
  expect(second.taken).toEqual([])
  expect(await listTroubles(world.scope)).toMatchObject([
    { queue: 'provider', error: expect.stringContaining('private network') },
  ])
})

test('an address that does not exist is nobody’s fault: the second is not asked', async () => {
  await start({
    onRcptTo: (_address, _session, done) => done(answer(550, '5.1.1 No such user')),
  })
  await send(world, identify('c-1'), track('c-1', 'A'))
  await advance(world, '2026-03-02T10:00:01Z')
  expect(await messages(world)).toMatchObject([{ state: 'failed', reason: 'bounced-hard' }])
  expect(second.taken).toEqual([])
})
