import type { Delivery } from '../kit/delivery'
import { classifyReply, type SendFailure } from './classify-reply'
import type { EmailAddress, EmailMessage } from './email-message'
import { quotedPrintable } from './quoted-printable'
import { tokenHeader } from './token-header'
import type { EmailTransport } from './transport'

/** After this long a send is given up, whatever the server is doing; milliseconds. */
const hardDeadline = 60_000

const mailbox = ({ name, address }: EmailAddress) => ({ name: name ?? '', address })

/** RFC 8058: mailbox providers post to this address when someone presses their own button. */
function unsubscribeHeaders(url: string | null | undefined) {
  if (!url) return {}
  // Prepared: folded lines or encoded words would break the address.
  return {
    'List-Unsubscribe': { prepared: true, value: `<${new URL(url).href}>` },
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

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

const isFailure = (error: unknown): error is SendFailure & Error =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

/**
 * Hands one mail to the SMTP server. Never throws for what the server or the network does; a
 * faulty configuration or message of ours does throw. A send that passes the deadline is
 * cancelled and answered `retry`: the server may still have taken it, hence the fixed messageId.
 */
export async function deliverEmail(
  { url, pool }: EmailTransport,
  message: EmailMessage,
  deadline = hardDeadline,
): Promise<Delivery> {
  try {
    const { response } = await pool.sendMail({
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
      headers: {
        ...unsubscribeHeaders(message.unsubscribeUrl),
        ...tokenHeader(url, message.returnToken),
      },
      dkim: signatureOf(message),
      signal: AbortSignal.timeout(deadline),
    })
    return { result: 'sent', response: response ?? '' }
  } catch (error) {
    if (!isFailure(error) || error.code === 'ECONFIG') throw error
    if (error.code !== 'EABORT') return classifyReply(error)
    return { result: 'retry', code: 'ETIMEDOUT', reason: `No answer within ${deadline / 1000} s.` }
  }
}
