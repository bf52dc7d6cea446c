import type { SendMailOptions } from 'nodemailer'
import { composeMail } from './compose-mail'
import type { EmailMessage } from './email-message'

const signatureOf = ({ signature }: EmailMessage) =>
  signature
    ? {
        ...{ domainName: signature.domain, keySelector: signature.selector },
        privateKey: signature.privateKey,
      }
    : undefined

/** A mail as nodemailer signs it and hands it over. @param headers besides its own, as they are */
export const mailOptions = (
  message: EmailMessage,
  headers: Record<string, string> = {},
): SendMailOptions & { raw: Buffer } => ({
  // Objects: a text would be read as a list, and a comma make two recipients of one.
  envelope: {
    from: { name: '', address: message.returnPath ?? message.from.address },
    to: { name: '', address: message.to.address },
  },
  raw: composeMail(message, headers),
  // As in it; nodemailer would draw another by lot, which nobody sees.
  messageId: message.messageId,
  dkim: signatureOf(message),
})
