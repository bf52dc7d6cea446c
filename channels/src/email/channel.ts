import { defineChannel } from '../kit/channel'
import { deliverEmail } from './deliver'
import type { EmailMessage } from './email-message'
import { type EmailTransport, emailTransport } from './transport'

export const emailChannel = defineChannel({
  channel: 'email',
  title: { en: 'Email', fr: 'E-mail' },
  open: emailTransport,
  deliver: (transport: EmailTransport, message: EmailMessage) => deliverEmail(transport, message),
})
