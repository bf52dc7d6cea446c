import { AppError } from '@relance/core/error/app-error'
import { escapeHtml as html } from '@relance/core/words/escape-html'
import type { Language } from '@relance/core/words/language'
import { createTransport } from 'nodemailer'
import type { TriedPath } from './try-schemas'

/** One mail of a path on its way to a member, not to the customer it is written for. */
export interface TestMail {
  to: string
  subject: string
  html: string
  text: string
}

/** Hands test mails to the operator's mail server, from a sender of our own. */
export type SendTestMail = (mail: TestMail) => Promise<void>

/** By the operator's SMTP server; undefined where none is set. */
export function testMailer(smtpUrl: string | undefined, url: string): SendTestMail | undefined {
  if (!smtpUrl) return undefined
  const transport = createTransport(smtpUrl)
  const from = `Relance <relance@${new URL(url).hostname}>`
  return async (mail) => {
    await transport.sendMail({ ...mail, from, headers: { 'Auto-Submitted': 'auto-generated' } })
  }
}

const MARK = { en: 'Test', fr: 'Test' }
const WORDS = {
  en: 'A test, as {name} would get it on {at}. Nothing was sent to them.',
  fr: 'Un test, tel que {name} le recevrait le {at}. Rien ne lui a été envoyé.',
}

/**
 * Sends every mail that a path would send to a member's own address, marked as a test; its links count nothing.
 * @returns how many went
 * @throws AppError unavailable where no mail server is set, or it takes none
 */
export async function mailPath(
  send: SendTestMail | undefined,
  { mails, contact }: Pick<TriedPath, 'mails' | 'contact'>,
  { to, language, at }: { to: string; language: Language; at: (instant: Date) => string },
): Promise<number> {
  if (!send)
    throw new AppError('unavailable', 'No mail server is set (SMTP_URL), so no mail can be sent.')
  const named = [contact.firstName, contact.lastName].filter(Boolean).join(' ')
  const name = named || contact.email || contact.externalId || '–'
  const drawn = mails.flatMap(({ outcome, subject, html: page, text, at: when }) =>
    outcome === 'sent' && subject !== null && page !== null
      ? [{ subject, page, text: text ?? '', when }]
      : [],
  )
  for (const { subject, page, text, when } of drawn) {
    const words = WORDS[language].replace('{name}', name).replace('{at}', at(when))
    const note = `<p style="margin:0;padding:8px 12px;background:#fcf1dc;color:#5c3600;font:13px sans-serif">${html(words)}</p>`
    await send({
      ...{ to, subject: `[${MARK[language]}] ${subject}`, text: `${words}\n\n${text}` },
      html: page.replace(/(<body[^>]*>|^)/i, (body) => `${body}${note}`),
    }).catch((error: unknown) => {
      throw new AppError(
        'unavailable',
        'The mail server did not take the test mail.',
        {},
        {
          cause: error,
        },
      )
    })
  }
  return drawn.length
}
