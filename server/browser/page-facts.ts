import type { Bag } from './call'

/** What a page says of itself in its markup: `data-relance-section`, `-category` and `-product`. */
const FACTS = [
  ['section', 'section'],
  ['category', 'category'],
  ['product', 'product_id'],
] as const

/** The properties of a page view: what the markup says, wherever on the page; the call's own come first. */
export function pageProperties(page: Document, said: Bag): Bag {
  const found: Bag = {}
  for (const [attribute, property] of FACTS) {
    const name = `data-relance-${attribute}`
    const value = page.querySelector(`[${name}]`)?.getAttribute(name)
    if (value) found[property] = value
  }
  const { path, title, referrer } = pageContext(page)
  return { path, title, referrer, ...found, ...said }
}

/** Where a call was made. The query stays behind: it may hold somebody's address or a token. */
export function pageContext(page: Document) {
  const { origin, pathname } = page.location
  return {
    path: pathname,
    url: origin + pathname,
    title: page.title,
    referrer: page.referrer.split(/[?#]/)[0] ?? '',
  }
}
