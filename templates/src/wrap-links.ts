/** Turns a link of the mail into one that counts the click and recognises the visitor. */
export type TrackLink = (url: string) => string

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#34': '"',
  '#x27': "'",
}
const decode = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39|#34|#x27);/g, (_, name) => entities[name] ?? '')
const encode = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

const anchor = /<a\b(?:[^<>"']|"[^"]*"|'[^']*')*>/gi
const href = /(\shref\s*=\s*)(?:"([^"]*)"|'([^']*)')/i

/** Schemes a mail may lead to. Product links come from events, so anything else is taken out. */
const harmless = /^(https?:|mailto:|tel:|sms:|#)/i

/** Rewrites every http(s) link of an HTML mail but those in `untouched`. */
export function wrapHtmlLinks(
  html: string,
  trackLink: TrackLink,
  untouched: readonly string[],
): string {
  return html.replace(anchor, (tag) =>
    tag.replace(href, (_, before: string, double?: string, single?: string) => {
      const url = decode(double ?? single ?? '').trim()
      if (!harmless.test(url)) return `${before}"#"`
      const kept = !/^https?:/i.test(url) || untouched.includes(url)
      return `${before}"${encode(kept ? url : trackLink(url))}"`
    }),
  )
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
