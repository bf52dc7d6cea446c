import { z } from 'zod'
import { unsubscribeHeaders } from '../compose-mail'
import type { EmailAddress } from '../email-message'
import { askApi } from './ask-api'
import type { ApiAccess, MailProvider } from './provider'

const HOSTS = { us: 'https://api.sendgrid.com', eu: 'https://api.eu.sendgrid.com' } as const

const said = z.object({
  errors: z.array(z.object({ message: z.string(), field: z.string().nullish() })).min(1),
})

const mailbox = ({ name, address }: EmailAddress) => ({
  email: address,
  ...(name ? { name } : {}),
})

const off = { enable: false }

/** SendGrid, by POST /v3/mail/send. It signs by itself; our own tracking stays the only one. */
export const sendgridProvider = ({
  id,
  secret,
  region,
  endpoint = HOSTS[region],
}: ApiAccess & { region: keyof typeof HOSTS }): MailProvider => ({
  id,
  deliver: (message) =>
    askApi(
      new Request(`${endpoint}/v3/mail/send`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          personalizations: [{ to: [mailbox(message.to)] }],
          from: mailbox(message.from),
          ...(message.replyTo ? { reply_to: mailbox(message.replyTo) } : {}),
          subject: message.subject,
          content: [
            { type: 'text/plain', value: message.text },
            { type: 'text/html', value: message.html },
          ],
          headers: {
            'Message-ID': message.messageId,
            ...unsubscribeHeaders(message.unsubscribeUrl),
          },
          tracking_settings: {
            click_tracking: { ...off, enable_text: false },
            open_tracking: off,
            subscription_tracking: off,
          },
          ...(message.returnToken ? { custom_args: { relance: message.returnToken } } : {}),
        }),
      }),
      ({ status, body }) => {
        const error = said.safeParse(body).data?.errors[0]
        return status === 400 && error?.field?.startsWith('personalizations.0.to')
          ? { result: 'refused', class: 'hard', code: 'http-400', reason: error.message }
          : undefined
      },
    ),
})
