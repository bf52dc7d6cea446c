import type { MailSource } from './compile-mail'

/** Whether nothing would be seen: no words, no picture, apart from the unsubscribe link. */
export function isEmptyMail({ mjml }: Pick<MailSource, 'mjml'>): boolean {
  const body = mjml
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<mj-head[\s>][\s\S]*?<\/mj-head\s*>/gi, '')
    .replace(/<mj-(style|title|preview)[\s>][\s\S]*?<\/mj-\1\s*>/gi, '')
  if (/<(mj-image|mj-carousel-image|mj-hero|img)\b/i.test(body)) return false
  const words = body
    .replace(/<(a|mj-button)\b[^>]*\{\{-?\s*unsubscribe_url\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/\{%[\s\S]*?%\}/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;|\s/g, '')
  return words === ''
}
