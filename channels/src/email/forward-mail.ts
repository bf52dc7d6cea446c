import type { EmailAddress } from './email-message'
import type { EmailTransport } from './transport'

/** A mail of somebody else, handed on to a person. */
export interface ForwardedMail {
  from: EmailAddress
  to: string
  replyTo: EmailAddress
  subject: string
  text: string
  /** As it came, with whatever hangs on it. */
  original: Buffer
}

/** Hands it to the mail server. Throws where that does not take it. */
export async function forwardMail({ pool }: EmailTransport, mail: ForwardedMail): Promise<void> {
  await pool.sendMail({
    from: { name: mail.from.name ?? '', address: mail.from.address },
    to: mail.to,
    replyTo: { name: mail.replyTo.name ?? '', address: mail.replyTo.address },
    subject: mail.subject,
    text: mail.text,
    attachments: [
      { filename: 'original.eml', contentType: 'message/rfc822', content: mail.original },
    ],
  })
}
