import type { SendMailOptions } from 'nodemailer'
import type { EmailAddress, EmailMessage } from './email-message'
import { quotedPrintable } from './quoted-printable'

/** Prepared: a folded line or an encoded word would break it. */
type PreparedHeaders = Record<string, string | { prepared: boolean; value: string }>

const mailbox = ({ name, address }: EmailAddress) => ({ name: name ?? '', address })

/** RFC 8058: mailbox providers post to this address when someone presses their own button. */
export const unsubscribeHeaders = (url: string | null | undefined): Record<string, string> =>
  url
    ? {
        'List-Unsubscribe': `<${new URL(url).href}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }
    : {}

const prepared = (headers: Record<string, string>): PreparedHeaders =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, { prepared: true, value }]),
  )

const signatureOf = ({ signature }: EmailMessage) =>
  signature
    ? {
        ...{ domainName: signature.domain, keySelector: signature.selector },
        privateKey: signature.privateKey,
      }
    : undefined

/** One body of a mail as RFC 2045 writes it. */
const mimePart = (type: string, text: string): Buffer =>
  Buffer.concat([
    Buffer.from(
      `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`,
    ),
    quotedPrintable(text),
  ])

/** A mail as nodemailer composes and signs it. @param headers besides its own, as they are */
export const mailOptions = (
  message: EmailMessage,
  headers: PreparedHeaders = {},
): SendMailOptions => ({
  messageId: message.messageId,
  // Objects: a text would be read as a list, and a comma make two recipients of one.
  envelope: {
    from: mailbox({ address: message.returnPath ?? message.from.address }),
    to: mailbox(message.to),
  },
  from: mailbox(message.from),
  to: mailbox(message.to),
  replyTo: message.replyTo ? mailbox(message.replyTo) : undefined,
  subject: message.subject,
  // Ready-made: nodemailer looks at each character several times.
  alternatives: [
    { raw: mimePart('text/plain', message.text) },
    { raw: mimePart('text/html', message.html) },
  ],
  headers: { ...prepared(unsubscribeHeaders(message.unsubscribeUrl)), ...headers },
  dkim: signatureOf(message),
})
