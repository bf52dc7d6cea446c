import type { EmailMessage } from './email-message'
import { addressHeader, idHeader, subjectHeader } from './mail-headers'
import { quotedPrintable } from './quoted-printable'

/** RFC 8058: mailbox providers post to this address when someone presses their own button. */
export const unsubscribeHeaders = (url: string | null | undefined): Record<string, string> =>
  url
    ? {
        'List-Unsubscribe': `<${new URL(url).href}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }
    : {}

/** One body of a mail as RFC 2045 writes it, to its end. */
const part = (boundary: string, type: string, text: string): Buffer[] => [
  Buffer.from(
    `--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`,
  ),
  quotedPrintable(text),
]

const LINE_END = Buffer.from('\r\n')

/** RFC 5322, 3.3: nodemailer writes the machine’s time in the same way. */
const dateHeader = () => `Date: ${new Date().toUTCString().replace('GMT', '+0000')}\r\n`

/**
 * A whole mail as it goes over the wire but for its signature, CRLF at each line’s end. Written in one piece, where
 * nodemailer composes a tree and streams it: see docs/speed.md.
 * @param headers besides its own, one line each, as they are
 */
export function composeMail(message: EmailMessage, headers: Record<string, string> = {}): Buffer {
  const { messageId, from, to, replyTo, subject, text, html, unsubscribeUrl } = message
  // No body can hold it: in quoted-printable an = is followed by two digits or a line’s end.
  const boundary = `=_${messageId.replace(/[^A-Za-z0-9]/g, '').slice(0, 60)}`
  const prepared = { ...unsubscribeHeaders(unsubscribeUrl), ...headers }
  const head = [
    addressHeader('From', from),
    addressHeader('To', to),
    replyTo ? addressHeader('Reply-To', replyTo) : '',
    subjectHeader(subject),
    idHeader(messageId),
    ...Object.entries(prepared).map(([name, value]) => `${name}: ${value}\r\n`),
    dateHeader(),
    `MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="${boundary}"\r\n\r\n`,
  ]
  return Buffer.concat([
    Buffer.from(head.join('')),
    ...part(boundary, 'text/plain', text),
    LINE_END,
    ...part(boundary, 'text/html', html),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
}
