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
  /[&"<>]/.test(text)
    ? text
        .replaceAll('&', '&amp;')
        .replaceAll('"', '&quot;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
    : text

const anchor = /<a\b(?:[^<>"']|"[^"]*"|'[^']*')*>/iy
const href = /(\shref\s*=\s*)(?:"([^"]*)"|'([^']*)')/i

/** Schemes a mail may lead to. Product links come from events, so anything else is taken out. */
const harmless = /^(https?:|mailto:|tel:|sms:|#)/i

/** Rewrites every http(s) link of an HTML mail but those in `untouched`. */
export function wrapHtmlLinks(
  html: string,
  trackLink: TrackLink,
  untouched: readonly string[],
): string {
  const lead = (written: string) => {
    const url = decode(written).trim()
    if (!harmless.test(url)) return '#'
    const kept = !/^https?:/i.test(url) || untouched.includes(url)
    return encode(kept ? url : trackLink(url))
  }
  // A product's picture and its title lead to the same place.
  const led = new Map<string, string>()
  const wrap = (tag: string) =>
    tag.replace(href, (_, before: string, double?: string, single?: string) => {
      const written = double ?? single ?? ''
      const address = led.get(written) ?? lead(written)
      led.set(written, address)
      return `${before}"${address}"`
    })
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
    anchor.lastIndex = at
    const tag = anchor.exec(html)?.[0]
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
