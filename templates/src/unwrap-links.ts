import { anchorTag, decodeEntities, hrefAttribute } from './wrap-links'

/** A link of a mail: its address, and which of the links to it it is, from 1 on. */
export interface MailLink {
  url: string
  place: number
}

const pixel = /<img\b[^>]*\bwidth="1" height="1"[^>]*>/gi

/**
 * A mail that was sent as a picture of itself: its links lead nowhere, nothing tells of an opening, and each link that was
 * tracked has its place in `links` as `data-link`, directly after `<a`.
 * @param targetOf where a tracked link leads; null for one that is not tracked
 */
export function unwrapLinks(
  html: string,
  targetOf: (href: string) => string | null,
): { html: string; links: MailLink[] } {
  const links: MailLink[] = []
  const places = new Map<string, number>()
  const still = html.replace(pixel, '').replace(anchorTag, (tag) => {
    const [attribute, , double, single, bare] = hrefAttribute.exec(tag) ?? []
    if (attribute === undefined) return tag
    const leadsNowhere = tag.replace(attribute, '')
    const url = targetOf(decodeEntities(double ?? single ?? bare ?? '').trim())
    if (url === null) return leadsNowhere
    const place = (places.get(url) ?? 0) + 1
    places.set(url, place)
    links.push({ url, place })
    return leadsNowhere.replace(/^<a/i, `<a data-link="${links.length - 1}"`)
  })
  return { html: still, links }
}
