/** What a page view says about a visit. */
export interface PageView {
  /** The part of the site: said by the sender, else the first part of the path. */
  section: string | null
  path: string | null
  referrer: string | null
}

const MAX_SECTION_LENGTH = 100

/** Reads a page event's properties; the context's page fills what they leave out. */
export function readPage(
  properties: Record<string, unknown>,
  context: Record<string, unknown>,
): PageView {
  const page = isBag(context.page) ? context.page : {}
  const said = (key: string) => textOf(properties[key]) ?? textOf(page[key])
  const path = said('path') ?? pathOf(said('url'))
  const section =
    textOf(properties.section) ?? path?.split(/[/?#]/).find((part) => part !== '') ?? null
  return {
    section: section && decoded(section).slice(0, MAX_SECTION_LENGTH),
    path,
    referrer: said('referrer'),
  }
}

const isBag = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

const pathOf = (url: string | null): string | null =>
  url && URL.canParse(url) ? new URL(url).pathname : null

function decoded(part: string): string {
  try {
    return decodeURIComponent(part).toLowerCase()
  } catch {
    return part.toLowerCase() // a lone percent sign: taken as written
  }
}
