import { createTransport } from 'nodemailer'
import type { EmailMessage } from './email-message'
import { mailOptions } from './mail-options'

const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })

/** A mail as it would go out over SMTP, signed where it is to be. */
export async function rawMail(message: EmailMessage): Promise<Buffer> {
  const options = mailOptions(message)
  if (!options.dkim) return options.raw
  const { message: raw } = await composer.sendMail({
    ...options,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return Buffer.isBuffer(raw) ? raw : Buffer.from(await new Response(raw as never).arrayBuffer())
}
