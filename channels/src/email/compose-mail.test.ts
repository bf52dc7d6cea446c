import { simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
import { composeMail } from './compose-mail'
import type { EmailMessage } from './email-message'

const message: EmailMessage = {
  messageId: '<0198-mail-1-1@shop.example>',
  from: { name: 'Shop, “Ltd”', address: 'hello@shop.example' },
  to: { address: 'ada@customers.example' },
  replyTo: { name: 'Équipe', address: 'team@shop.example' },
  subject: 'C’est l’été',
  html: '<p>Été = <b>soleil</b></p>\n.\n<p>fin</p>',
  text: 'Été\n.\nfin',
  unsubscribeUrl: `https://r.example/u/${'k'.repeat(180)}`,
}

const nodemailer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })

/** As nodemailer composes the same mail. */
async function byNodemailer({ from, to, replyTo, ...mail }: EmailMessage): Promise<string> {
  const { message: raw } = await nodemailer.sendMail({
    ...{ messageId: mail.messageId, subject: mail.subject, html: mail.html, text: mail.text },
    from: { name: from.name ?? '', address: from.address },
    to: { name: to.name ?? '', address: to.address },
    replyTo: replyTo ? { name: replyTo.name ?? '', address: replyTo.address } : undefined,
  })
  return String(raw)
}

const headersOf = (raw: string) =>
  new Map(
    (raw.split('\r\n\r\n')[0] ?? '')
      .replace(/\r\n[ \t]/g, ' ')
      .split('\r\n')
      .map((line) => [line.split(': ')[0] ?? '', line.slice(line.indexOf(': ') + 2)]),
  )

const read = async (raw: string) => {
  const { subject, from, to, replyTo, html, text, messageId } = await simpleParser(raw)
  return { subject, from: from?.value, to, replyTo: replyTo?.value, html, text, messageId }
}

test.each<[string, Partial<EmailMessage>]>([
  ['words of another alphabet', {}],
  ['plain words', { subject: 'Your basket', from: { address: 'hello@shop.example' } }],
  ['a long subject', { subject: `Your basket ${'is waiting '.repeat(20)}`.trim() }],
  ['a subject that reads like an encoded word', { subject: '=?utf-8?Q?Hi?=' }],
  ['a subject with a line break', { subject: 'Hello\r\nBcc: eve@evil.example' }],
  ['an empty subject', { subject: '' }],
  ['an address in another script', { to: { address: 'élodie@bücher.example' } }],
  ['an address in quotes', { to: { address: '"jean dupont"@customers.example' } }],
  ['a long address', { to: { address: `${'a'.repeat(64)}@${'b'.repeat(60)}.example` } }],
  ['nobody to answer to', { replyTo: null }],
])('with %s, a mail reads as nodemailer would have written it', async (_, part) => {
  const mail = { ...message, ...part }
  const [ours, theirs] = [composeMail(mail).toString(), await byNodemailer(mail)]
  expect(await read(ours)).toEqual(await read(theirs))
  for (const name of ['From', 'To', 'Reply-To', 'Subject', 'Message-ID', 'MIME-Version'])
    expect([name, headersOf(ours).get(name)]).toEqual([name, headersOf(theirs).get(name)])
  expect(ours).not.toMatch(/^Bcc:/m)
})

test('each line ends with CRLF and is as short as it must be, a prepared header apart', () => {
  const raw = composeMail(message, { 'X-SMTPAPI': 'abc' }).toString()
  expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(raw.endsWith('--\r\n')).toBe(true)
  const long = raw.split('\r\n').filter((line) => line.length > 78)
  expect(long).toEqual([`List-Unsubscribe: <${message.unsubscribeUrl}>`])
  expect(headersOf(raw).get('X-SMTPAPI')).toBe('abc')
  expect(headersOf(raw).get('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
})

test('a body that quotes a boundary stays whole', async () => {
  const boundary = /boundary="(.*)"/.exec(composeMail(message).toString())?.[1]
  const text = `before\n--${boundary}--\nafter`
  expect((await simpleParser(composeMail({ ...message, text }))).text?.trim()).toBe(text)
})
