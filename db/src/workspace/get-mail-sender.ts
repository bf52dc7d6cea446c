import { askedOnce } from '../connection/batched'

/** What the mails of a workspace need of it: its secret signs their links. */
export interface MailSender {
  name: string
  timeZone: string
  currency: string
  settings: Record<string, unknown>
  secret: Uint8Array
}

/** The workspace as the sender of its mails. */
export const getMailSender = askedOnce(async (tx): Promise<MailSender | undefined> => {
  const [sender] = await tx.sql<MailSender[]>`
    select name, time_zone as "timeZone", currency, settings, secret from workspaces where id = ${tx.workspaceId}`
  return sender
})
