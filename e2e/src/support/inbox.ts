/** A mail as the SMTP server received it. */
export interface ReceivedMail {
  subject: string
  html: string
  text: string
  headers: Record<string, string | string[]>
  to: { address: string }[]
}

/** The mails that arrived at an address, oldest first, read from the local inbox. */
export async function mailsTo(address: string): Promise<ReceivedMail[]> {
  const inbox = process.env.RELANCE_TEST_INBOX_URL
  if (!inbox) throw new Error('RELANCE_TEST_INBOX_URL is not set: run the tests with npm test.')
  const response = await fetch(`${inbox}/email`)
  if (!response.ok) throw new Error(`the inbox answered ${response.status}`)
  const mails = (await response.json()) as ReceivedMail[]
  return mails.filter(({ to }) => to.some((recipient) => recipient.address === address))
}
