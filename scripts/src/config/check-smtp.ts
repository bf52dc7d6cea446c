import { AppError } from '@relance/core/error/app-error'
import { createTransport } from 'nodemailer'
import { reasonOf } from './reason-of'

const ANSWER_WITHIN_MS = 10_000

/**
 * Connects and signs in once, without sending anything.
 * @throws AppError invalid, in one line that starts with SMTP_URL
 */
export async function checkSmtp(smtpUrl: string): Promise<void> {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: ANSWER_WITHIN_MS,
    greetingTimeout: ANSWER_WITHIN_MS,
  })
  try {
    await transport.verify()
  } catch (error) {
    throw new AppError('invalid', `SMTP_URL does not work: ${reasonOf(error)}.`)
  } finally {
    transport.close()
  }
}
