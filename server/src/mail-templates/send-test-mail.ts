import { AppError } from '@relance/core/error/app-error'
import type { RenderedMail } from '@relance/templates/render-mail'
import type { Principal } from '../auth/principal'
import type { SendTestMail } from '../try/mail-path'

/**
 * Sends a mail as a test to whoever is signed in, and to nobody else: its subject says so, its links are not counted, and
 * nothing is written down. Answers the address. Throws AppError forbidden for a key, which has none, and unavailable
 * where no mail server is set or it takes no mail.
 */
export async function sendTest(
  send: SendTestMail | undefined,
  principal: Principal,
  { subject, html, text }: RenderedMail,
): Promise<string> {
  if (principal.kind !== 'user')
    throw new AppError('forbidden', 'A test goes to whoever is signed in; a key has no address.')
  if (!send)
    throw new AppError('unavailable', 'No mail server is set (SMTP_URL), so no test can be sent.')
  const to = principal.user.email
  try {
    await send({ to, subject: `[Test] ${subject}`, html, text })
  } catch (cause) {
    throw new AppError('unavailable', 'The mail server did not take the test.', {}, { cause })
  }
  return to
}
