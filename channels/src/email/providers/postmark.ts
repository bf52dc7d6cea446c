import { z } from 'zod'
import { unsubscribeHeaders } from '../compose-mail'
import type { EmailAddress } from '../email-message'
import { askApi } from './ask-api'
import { formatMailbox } from './format-mailbox'
import type { ApiAccess, MailProvider } from './provider'

const said = z.object({ ErrorCode: z.number(), Message: z.string() })

/** The recipient bounced or complained before, and Postmark sends them nothing any more. */
const INACTIVE = 406
const INVALID_REQUEST = 300

const namedHeaders = (headers: Record<string, string>) =>
  Object.entries(headers).map(([Name, Value]) => ({ Name, Value }))

const optional = (address: EmailAddress | null | undefined) =>
  address ? { ReplyTo: formatMailbox(address) } : {}

/** Postmark, by POST /email. It signs by itself; our Message-ID is kept. */
export const postmarkProvider = ({
  id,
  secret,
  stream,
  endpoint = 'https://api.postmarkapp.com',
}: ApiAccess & { stream: string }): MailProvider => ({
  id,
  deliver: (message) =>
    askApi(
      new Request(`${endpoint}/email`, {
        method: 'POST',
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          'x-postmark-server-token': secret,
        },
        body: JSON.stringify({
          From: formatMailbox(message.from),
          To: formatMailbox(message.to),
          ...optional(message.replyTo),
          Subject: message.subject,
          HtmlBody: message.html,
          TextBody: message.text,
          Headers: namedHeaders({
            'Message-ID': message.messageId,
            'X-PM-KeepID': 'true',
            ...unsubscribeHeaders(message.unsubscribeUrl),
          }),
          MessageStream: stream,
          TrackOpens: false,
          TrackLinks: 'None',
          ...(message.returnToken ? { Metadata: { relance: message.returnToken } } : {}),
        }),
      }),
      ({ status, body }) => {
        const answer = said.safeParse(body).data
        if (!answer || (status === 200 && answer.ErrorCode === 0)) return undefined
        const { ErrorCode, Message: reason } = answer
        const code = `postmark-${ErrorCode}`
        const isAddress = ErrorCode === INVALID_REQUEST && /'To'/.test(reason)
        if (ErrorCode === INACTIVE || isAddress)
          return { result: 'refused', class: 'hard', code, reason }
        return status === 422 || status === 200
          ? { result: 'retry', why: 'unavailable', code, reason }
          : undefined
      },
    ),
})
