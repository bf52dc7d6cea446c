import { createTransport } from 'nodemailer'
import type { ReceivedMail } from './inbox'

/** Answers a mail as its reader does: to where it says answers go, over SMTP. */
export async function answerMail(
  { source, subject }: ReceivedMail,
  { from, text, headers = {} }: { from: string; text: string; headers?: Record<string, string> },
): Promise<void> {
  const port = process.env.RELANCE_TEST_SMTP_IN_PORT
  if (!port) throw new Error('RELANCE_TEST_SMTP_IN_PORT is not set: run the tests with npm test.')
  const to = source.match(/^Reply-To:\s+(?:.*<)?([^\s<>]+@[^\s<>]+)/im)?.[1]
  if (!to) throw new Error('the mail says nowhere that it may be answered')
  const client = createTransport({ host: '127.0.0.1', port: Number(port), ignoreTLS: true })
  await client.sendMail({ from, to, subject: `Re: ${subject}`, text, headers })
}
