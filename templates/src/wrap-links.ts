import { escapeHtml } from '@relance/core/words/escape-html'

/**
 * Turns a link of the mail into one that counts the click and recognises the visitor.
 * @param place which of the links to `url` it is, from 1 on; the text part's count with the first
 */
export type TrackLink = (url: string, place?: number) => string

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#34': '"',
  '#x27': "'",
}
/** The text of an attribute's value. */
export const decodeEntities = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39|#34|#x27);/g, (_, name) => entities[name] ?? '')
/** A link's opening tag in HTML. */
export const anchorTag = /<a\b(?:[^<>"']|"[^"]*"|'[^']*')*>/gi
const anchorHere = new RegExp(anchorTag.source, 'iy')
/** Where it leads, in double quotes, single ones or none. */
export const hrefAttribute = /(\shref\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i

/** Schemes a mail may lead to. Product links come from events, so anything else is taken out. */
const harmless = /^(https?:|mailto:|tel:|sms:|#)/i

/**
 * Rewrites every http(s) link of an HTML mail but those in `untouched`.
 * @param keepsRefused leaves addresses that mails may not lead to, instead of `#`
 */
export function wrapHtmlLinks(
  html: string,
  trackLink: TrackLink,
  untouched: readonly string[],
  keepsRefused = false,
): string {
  const places = new Map<string, number>()
  const lead = (written: string) => {
    const url = decodeEntities(written).trim()
    if (!harmless.test(url)) return keepsRefused ? escapeHtml(url) : '#'
    if (!/^https?:/i.test(url) || untouched.includes(url)) return escapeHtml(url)
    const place = (places.get(url) ?? 0) + 1
    places.set(url, place)
    return escapeHtml(trackLink(url, place))
  }
  const wrap = (tag: string) =>
    tag.replace(
      hrefAttribute,
      (_, before: string, double?: string, single?: string, bare?: string) => {
        return `${before}"${lead(double ?? single ?? bare ?? '')}"`
      },
    )
  return replaceAnchors(html, wrap)
}

/** Looks at what may begin a link only: a mail is long, and its links are few. */
function replaceAnchors(html: string, wrap: (tag: string) => string): string {
  const isLower = !html.includes('<A')
  let replaced = ''
  let from = 0
  for (let at = 0; ; at++) {
    at = html.indexOf(isLower ? '<a' : '<', at)
    if (at < 0) return replaced + html.slice(from)
    anchorHere.lastIndex = at
    const tag = anchorHere.exec(html)?.[0]
    if (tag === undefined) continue
    replaced += html.slice(from, at) + wrap(tag)
    from = at + tag.length
    at = from - 1
  }
}

/** As wrapHtmlLinks, in a text part: whatever reads as a web address. */
export function wrapTextLinks(
  text: string,
  trackLink: TrackLink,
  untouched: readonly string[],
): string {
  return text.replace(/https?:\/\/[^\s<>"]+/gi, (found) => {
    const url = found.replace(/[.,;:!?)\]’»]+$/, '')
    return untouched.includes(url) ? found : trackLink(url) + found.slice(url.length)
  })
}
