import { deliverEmail } from '../deliver'
import type { EmailTransport } from '../transport'
import type { MailProvider } from './provider'

/** An SMTP server, by connections that are open. */
export const smtpProvider = (id: string, transport: EmailTransport): MailProvider => ({
  id,
  deliver: (message) => deliverEmail(transport, message),
})
