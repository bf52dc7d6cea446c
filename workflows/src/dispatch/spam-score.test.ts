import { spawn } from 'node:child_process'
import { deliverEmail } from '@relance/channels/email/deliver'
import { emailTransport } from '@relance/channels/email/transport'
import { startSmtpSink } from '@relance/channels/testing/smtp-sink'
import { languages } from '@relance/core/words/language'
import { compileMail } from '@relance/templates/compile-mail'
import { loadMails } from '@relance/templates/load-mails'
import { renderMail } from '@relance/templates/render-mail'
import { sampleData } from '@relance/templates/sample-data'
import { expect, test } from 'vitest'
import { debianCommand } from '../testing/debian-command'

/** What SpamAssassin may find at most. It takes a mail for spam from 5.0 on; well-kept senders stay below 2. */
const MOST = 2
const LINKS = 'https://customers.shop.example'

const missing = await debianCommand('spamassassin', 'spamassassin')
if (missing) console.warn(`SKIPPED: no mail is scored by SpamAssassin, as ${missing}.`)

/** Mails as the other side gets them: written by our own channel, handed on by one server. */
async function asReceived(): Promise<{ id: string; raw: string }[]> {
  const sink = await startSmtpSink()
  const transport = emailTransport(sink.url)
  const received: { id: string; raw: string }[] = []
  for (const { key, sources } of await loadMails()) {
    for (const language of languages) {
      const data = sampleData(language)
      const mail = await renderMail(
        await compileMail(sources[language]),
        withHostedPictures(data),
        {
          language,
          timeZone: 'Europe/Paris',
          trackLink: (url) => `${LINKS}/r/${Buffer.from(url).toString('base64url').slice(0, 60)}`,
          unsubscribeUrl: `${LINKS}/u/3f1c8a`,
          openPixelUrl: `${LINKS}/o/3f1c8a`,
        },
      )
      const id = `${key}.${language}`
      await deliverEmail(transport, {
        messageId: `<${id}@shop.example>`,
        from: { name: 'Galerie Lumen', address: 'bonjour@shop.example' },
        to: { address: 'sophie.lambert@inbox.example' },
        replyTo: { address: 'bonjour@shop.example' },
        returnPath: 'bounce+3f1c8a@mail.shop.example',
        unsubscribeUrl: `${LINKS}/u/3f1c8a`,
        ...mail,
      })
      received.push({ id, raw: `${relayed()}${(sink.taken.pop() ?? '').replaceAll('\r\n', '\n')}` })
    }
  }
  transport.close()
  await sink.close()
  return received
}

const relayed = () =>
  `Return-Path: <bounce+3f1c8a@mail.shop.example>\nReceived: from mail.shop.example (mail.shop.example [93.184.216.34])\n\tby mx.inbox.example (Postfix) with ESMTPS id 4Zx1\n\tfor <sophie.lambert@inbox.example>; ${new Date().toUTCString().replace('GMT', '+0000')}\n`

/** Real mails link to pictures; the sample's are written into the mail itself. */
function withHostedPictures<Data>(data: Data): Data {
  return JSON.parse(
    JSON.stringify(data).replaceAll(/data:image[^"]*/g, 'https://shop.example/i/print.jpg'),
  )
}

/** One run over all of them as a mailbox: starting SpamAssassin takes longer than scoring. */
function score(mails: { id: string; raw: string }[]): Promise<string> {
  const mailbox = mails
    .map(
      ({ raw }) =>
        `From MAILER-DAEMON Mon Mar  2 10:00:00 2026\n${raw.replaceAll(/^From /gm, '>From ')}\n\n`,
    )
    .join('')
  return new Promise((resolve, reject) => {
    const program = spawn('spamassassin', ['--local', '--mbox', '--cf=bayes_auto_learn 0'])
    let out = ''
    program.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
    })
    program.on('error', reject)
    program.on('close', () => resolve(out))
    program.stdin.end(mailbox)
  })
}

/** What every spam filter is to know: shows that this one filters. */
const control = {
  id: 'control',
  raw: `${relayed()}From: a@shop.example\nTo: b@inbox.example\nSubject: Test\nMessage-ID: <control@shop.example>\n\nXJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X\n`,
}

const STATUS = /^X-Spam-Status: \w+, score=(-?[\d.]+)[\s\S]*?tests=([\s\S]*?)\s+autolearn/m

/** What it found, mail by mail; they come back in an order of their own. */
const readScores = (mailbox: string) =>
  mailbox.split(/^From MAILER-DAEMON/m).flatMap((mail) => {
    const [, points, tests = ''] = STATUS.exec(mail) ?? []
    const [, id] = /^Message-I[Dd]: <([\w.-]+)@/m.exec(mail) ?? []
    return points && id ? [{ id, points: Number(points), tests: tests.replaceAll(/\s/g, '') }] : []
  })

test.skipIf(missing !== null)(
  'every mail that ships, in both languages, as it is sent, is far from being taken for spam',
  async () => {
    const mails = [...(await asReceived()), control]
    const found = readScores(await score(mails))
    expect(found.map(({ id }) => id).sort()).toEqual(mails.map(({ id }) => id).sort())
    const high = found.filter(({ points }) => !(points < MOST))
    expect(high).toEqual([expect.objectContaining({ id: 'control' })])
  },
  120_000,
)
