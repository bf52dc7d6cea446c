import type { MailSource } from '../compile-mail'
import { decoded, schemeThatRuns, tight } from '../programs/read-address'
import type { MailWarning } from './mail-warning'
import type { ReadHtml } from './read-html'
import { shown } from './shown'
import { about } from './warning-about'
import { type WrittenLink, writtenLinks } from './written-links'

const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:', 'sms:'])

/** The scheme by which no mail may lead anywhere, as `javascript:` or `data:`; null: the address has none of those. */
export const forbiddenScheme = (address: string): string | null =>
  schemeThatRuns(address) ?? (asRun(address).startsWith('data:') ? 'data:' : null)

/** An address as a browser would run it, however it is written. */
const asRun = (address: string) => tight(decoded(address))

/**
 * What is wrong with where a mail leads: links that may not stand in one, then those that lead nowhere. Addresses that
 * are written are told wherever they stand, shown to this customer or not; those that data brought, where they show.
 */
export function linkWarnings({ links }: ReadHtml, source: MailSource): MailWarning[] {
  const written = writtenLinks(source.mjml)
  const known = new Set(written.map(({ href }) => asRun(href)))
  return [
    ...written
      .filter(({ href }) => forbiddenScheme(href))
      .map(({ href, offset }) =>
        about('forbidden-link', { href: shown(href) }, { ...source, offset }),
      ),
    ...links
      .filter(({ href }) => forbiddenScheme(href) && !known.has(asRun(href)))
      .map(({ href, label }) =>
        about('forbidden-link', { href: shown(href) }, { ...source, text: label }),
      ),
    ...links
      .filter(({ href }) => !forbiddenScheme(href) && !leadsSomewhere(href))
      .map(({ href, label }) =>
        about(
          'broken-link',
          { label, href: shown(href) },
          { ...source, ...place(href, written), text: label },
        ),
      ),
  ]
}

/** Where an address is written, if it is; else its link's words are looked for. */
function place(href: string, written: WrittenLink[]): { offset?: number } {
  const link = written.find(({ address }) => address === href.trim())
  return link ? { offset: link.offset } : {}
}

function leadsSomewhere(href: string): boolean {
  if (!URL.canParse(href.trim())) return false
  const url = new URL(href.trim())
  if (!SCHEMES.has(url.protocol) || href.includes('{{')) return false
  const isWeb = url.protocol.startsWith('http')
  return isWeb ? url.hostname.includes('.') || url.hostname === 'localhost' : url.pathname !== ''
}
