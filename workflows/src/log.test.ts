import { PassThrough } from 'node:stream'
import { answer, startSmtpSink } from '@relance/channels/testing/smtp-sink'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { expect, test } from 'vitest'
import { createLog } from './log'
import { startWorker } from './start-worker'
import { failWrites } from './testing/as-owner'
import { identify, track } from './testing/incoming'
import { messages, publish, send, startWorld, workerEnv } from './testing/world'

test('mails that fail, events that poison and the database’s own words leave no address in the log', async () => {
  const world = await startWorld()
  await world.stopWorker()
  const sink = await startSmtpSink({
    onRcptTo: ({ address }, _session, done) => done(answer(550, `5.1.1 <${address}> unknown`)),
  })
  const stream = new PassThrough()
  let log = ''
  stream.on('data', (chunk: Buffer) => {
    log += chunk.toString()
  })
  const worker = await startWorker(
    workerEnv(world.databaseUrl, sink.url),
    createLog('worker', 'trace', stream),
  )
  const mail = {
    id: 'mail',
    type: 'send-email',
    version: 1,
    config: { template: world.templateId },
  }
  // In French, which is eve's language alone, the text cannot be made.
  const broken = JSON.stringify({ subject: '{% raise ada@example.com %}', html: '{{', text: '' })
  await inTransaction(
    world.scope,
    ({ sql, workspaceId }) => sql`
      insert into mail_template_versions (workspace_id, template_id, version, language, compiled)
      values (${workspaceId}, ${world.templateId}, 1, 'fr', ${broken})`,
  )
  await publish(world, {
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
        mail,
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'mail' },
        { from: 'mail', exit: 'sent', to: 'end' },
      ],
    },
  })
  // A check that fails quotes the whole row.
  await failWrites(world, { table: 'orders', condition: "new.order_id = 'poison'" })
  await send(
    world,
    identify('ada'),
    track('ada', 'Signed Up'),
    identify('bob'),
    track('bob', 'Order Completed', { order_id: 'poison', email: 'bob@example.com', revenue: 1 }),
  )
  await expect
    .poll(async () => await messages(world))
    .toMatchObject([{ state: 'failed', reason: 'bounced-hard' }])
  await send(world, identify('eve', { locale: 'fr' }), track('eve', 'Signed Up'))
  await expect
    .poll(async () => (await messages(world)).map(({ state }) => state))
    .toEqual(['failed', 'failed'])
  await expect.poll(() => log).toContain('a batch of events failed')
  await worker.stop()
  expect(log).toContain('a mail could not be made')
  expect(log).toContain('worker ready')
  expect(log).not.toContain('@example.com')
  await sink.close()
  await world.close()
})
