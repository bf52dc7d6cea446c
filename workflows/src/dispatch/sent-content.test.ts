import { smtpProvider } from '@relance/channels/email/providers/smtp'
import { emailTransport } from '@relance/channels/email/transport'
import { newId } from '@relance/core/id/ids'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { exportContact } from '@relance/db/erasure/export-contact'
import { getMessageContent } from '@relance/db/message/get-message-content'
import pino from 'pino'
import { expect, test } from 'vitest'
import { engineOf } from '../engine-of'
import { dispatchLoop } from '../loops/dispatch'
import { reactLoop } from '../loops/react'
import { asOwner } from '../testing/as-owner'
import { identify, track } from '../testing/incoming'
import { createMail, publish, send, startWorld } from '../testing/world'
import { OWN } from './providers'

const compiled = {
  subject: 'Hello {{ contact.first_name }}',
  html: '<body><p>Hello {{ contact.first_name }}</p><a href="https://shop.example/new">New</a></body>',
  text: 'Hello {{ contact.first_name }}\nNew <https://shop.example/new>',
}

/** A mail as it went over the wire, its bodies readable. */
const decoded = (raw: string) => {
  const bytes = raw
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)))
  return Buffer.from(bytes, 'latin1').toString().replaceAll('\r\n', '\n')
}

test('each mail can be read exactly as it was sent, whatever becomes of its version, and those of before are as well', async () => {
  const world = await startWorld()
  await world.stopWorker()
  const templateId = await createMail(world.scope, compiled)
  await publish(
    { ...world, templateId },
    {
      graph: {
        nodes: [
          { id: 'start', type: 'on-event', version: 1, config: { event: 'A' } },
          { id: 'mail', type: 'send-email', version: 1, config: { template: templateId } },
          { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
        ],
        edges: [
          { from: 'start', exit: 'entered', to: 'mail' },
          { from: 'mail', exit: 'sent', to: 'end' },
        ],
      },
    },
  )
  const engine = engineOf(world.sql, pino({ level: 'silent' }))
  const { workspaceId } = world.scope
  const loop = dispatchLoop(engine, newId(), {
    ...{ own: smtpProvider(OWN, emailTransport(world.sink.url)), publicUrl: 'http://localhost' },
  })
  const people = { ada: 'Zoë 🎁', bob: 'Bob' }
  for (const [who, firstName] of Object.entries(people)) {
    await send(world, identify(who, { firstName }), track(who, 'A'))
    await reactLoop.work(engine, workspaceId)
    await loop.work(engine, workspaceId)
    await loop.rest?.()
  }

  await asOwner(world, `delete from mail_template_versions where template_id = '${templateId}'`)
  const sent = await inTransaction(
    world.scope,
    ({ sql }) => sql<{ id: string; contactId: string }[]>`
      select id, contact_id as "contactId" from messages where state = 'sent' order by sent_at`,
  )
  expect(sent).toHaveLength(2)
  const read = () => Promise.all(sent.map(({ id }) => getMessageContent(world.scope, id)))
  const contents = await read()
  expect(contents.map(({ subject }) => subject)).toEqual(['Hello Zoë 🎁', 'Hello Bob'])
  for (const [index, { html, text }] of contents.entries()) {
    const raw = decoded(world.sink.taken[index] ?? '')
    expect(html).toContain(`<p>Hello ${Object.values(people)[index]}</p>`)
    expect(raw).toContain(html)
    expect(raw).toContain(text.trimEnd())
  }
  const exported: string[] = []
  for await (const piece of exportContact(world.scope, sent[0]?.contactId ?? ''))
    exported.push(piece)
  const { message_contents } = JSON.parse(exported.join(''))
  const { html, text: body_text } = contents[0] ?? {}
  expect(message_contents).toEqual([expect.objectContaining({ html, body_text })])

  const written = `'<p>as it was</p>', body_text = 'as it was'`
  await asOwner(
    world,
    `update message_contents set html = ${written}, packed = null, words_id = null where subject = 'Hello Bob'`,
  )
  expect(await read()).toEqual([
    contents[0],
    { subject: 'Hello Bob', html: '<p>as it was</p>', text: 'as it was' },
  ])

  // What the mails were packed against is there once, and nobody of ours may take it away.
  const words = await inTransaction(world.scope, ({ sql }) => sql`select words from content_words`)
  expect(words).toEqual([{ words: compiled.text + compiled.html }])
  for (const statement of ['delete from content_words', `update content_words set words = ''`])
    await expect(inTransaction(world.scope, ({ sql }) => sql.unsafe(statement))).rejects.toThrow(
      'permission denied',
    )
  await world.close()
})
