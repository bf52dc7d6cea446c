import type { MailSource } from './compile-mail'

/** Whether a link of the mail leads to `{{ unsubscribe_url }}`. */
export const hasUnsubscribeLink = ({ mjml }: Pick<MailSource, 'mjml'>): boolean =>
  /\shref\s*=\s*["']\s*\{\{-?\s*unsubscribe_url\b/.test(mjml.replace(/<!--[\s\S]*?-->/g, ''))
