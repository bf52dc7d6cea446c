import { z } from 'zod'
import { unsubscribeHeaders } from '../compose-mail'
import type { EmailAddress } from '../email-message'
import { askApi } from './ask-api'
import type { ApiAccess, MailProvider } from './provider'

const said = z.object({ code: z.string(), message: z.string() })

const mailbox = ({ name, address }: EmailAddress) => ({
  email: address,
  ...(name ? { name } : {}),
})

/** Brevo, by POST /v3/smtp/email. It signs by itself. */
export const brevoProvider = ({
  id,
  secret,
  endpoint = 'https://api.brevo.com',
}: ApiAccess): MailProvider => ({
  id,
  deliver: (message) =>
    askApi(
      new Request(`${endpoint}/v3/smtp/email`, {
        method: 'POST',
        headers: {
          accept: 'application/json',
          'api-key': secret,
          'content-type': 'application/json',
        },
        body: JSON.stringify({
          sender: mailbox(message.from),
          to: [mailbox(message.to)],
          ...(message.replyTo ? { replyTo: mailbox(message.replyTo) } : {}),
          subject: message.subject,
          htmlContent: message.html,
          textContent: message.text,
          headers: {
            'Message-ID': message.messageId,
            ...unsubscribeHeaders(message.unsubscribeUrl),
            ...(message.returnToken ? { 'X-Mailin-custom': `relance:${message.returnToken}` } : {}),
          },
        }),
      }),
      ({ status, body }) => {
        const answer = said.safeParse(body).data
        return status === 400 && answer && /\bnot valid in to\b/i.test(answer.message)
          ? { result: 'refused', class: 'hard', code: answer.code, reason: answer.message }
          : undefined
      },
    ),
})
