import { randomBytes } from 'node:crypto'

const run = randomBytes(3).toString('hex')

/** An address of this run's own: the inbox keeps the mails of earlier ones. */
export const address = (name: string) => `${name}.${run}@example.com`

/** A mail as the SMTP server received it. */
export interface ReceivedMail {
  subject: string
  html: string
  text: string
  /** As it came over the wire, headers first. */
  source: string
}

interface InboxEntry extends ReceivedMail {
  id: string
  to: { address: string }[]
}

/** The mails that arrived at an address, oldest first, read from the local inbox. */
export async function mailsTo(recipient: string): Promise<ReceivedMail[]> {
  const inbox = process.env.RELANCE_TEST_INBOX_URL
  if (!inbox) throw new Error('RELANCE_TEST_INBOX_URL is not set: run the tests with npm test.')
  const read = async (path: string) => {
    const response = await fetch(inbox + path)
    if (!response.ok) throw new Error(`the inbox answered ${response.status} for ${path}`)
    return response
  }
  const entries = (await (await read('/api/email')).json()) as InboxEntry[]
  const mine = entries.filter(({ to }) => to.some((one) => one.address === recipient))
  return Promise.all(
    mine.map(async ({ id, subject, html, text }) => {
      const source = await (await read(`/api/email/${id}/source`)).text()
      return { subject, html, text, source }
    }),
  )
}
