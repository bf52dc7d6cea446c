import { AppError } from '@relance/core/error/app-error'
import { escapeHtml as html } from '@relance/core/words/escape-html'
import { createTransport } from 'nodemailer'
import type { SendLink } from './auth'

/** Mails sign-in links by the operator's SMTP server. Without one, asking for a link fails in words. */
export function mailSignInLink(smtpUrl: string | undefined, url: string): SendLink {
  if (!smtpUrl) {
    return async () => {
      throw new AppError(
        'unavailable',
        'No mail server is set (SMTP_URL), so no link can be mailed.',
      )
    }
  }
  const transport = createTransport(smtpUrl)
  const from = `Relance <relance@${new URL(url).hostname}>`
  return async ({ email, url: link }) => {
    const lines = [
      'Votre lien de connexion, valable une fois :',
      'Your sign-in link, good for one use:',
    ]
    await transport.sendMail({
      from,
      to: email,
      subject: 'Relance : connexion / sign in',
      text: `${lines.join('\n')}\n\n${link}\n`,
      html: `<p>${lines.map(html).join('<br>')}</p><p><a href="${html(link)}">${html(link)}</a></p>`,
    })
  }
}
