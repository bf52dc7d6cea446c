/** An element of an HTML text: up to its closing tag where it has one, else its tag alone. */
export interface ElementSpan {
  /** In small letters. */
  name: string
  from: number
  to: number
  isClosed: boolean
}

/**
 * The elements of these names, one after the other, none within another; closing tags without their opening one too.
 * Goes over the text once, however many tags are left open in it.
 * @param names parted by `|`
 */
export function* elementsIn(html: string, names: string): Generator<ElementSpan> {
  const closings = closingTags(html, names)
  let past = 0
  for (const { index, 0: tag, 1: slash, 2: written } of html.matchAll(
    new RegExp(`<(/?)(${names})\\b[^>]*>?`, 'gi'),
  )) {
    if (index < past) continue
    const name = (written ?? '').toLowerCase()
    const end = index + tag.length
    const closing = slash ? undefined : closings.after(name, end)
    past = closing ?? end
    yield { name, from: index, to: past, isClosed: closing !== undefined }
  }
}

/** Where the next closing tag of a name ends, asked for from ever later places. */
function closingTags(html: string, names: string) {
  const placesOf = new Map<string, { from: number; to: number }[]>()
  for (const { index, 0: tag, 1: written } of html.matchAll(
    new RegExp(`</(${names})\\s*>`, 'gi'),
  )) {
    const name = (written ?? '').toLowerCase()
    const places = placesOf.get(name) ?? []
    placesOf.set(name, places)
    places.push({ from: index, to: index + tag.length })
  }
  const passed = new Map<string, number>()
  return {
    after(name: string, place: number): number | undefined {
      const places = placesOf.get(name) ?? []
      let at = passed.get(name) ?? 0
      while ((places[at]?.from ?? place) < place) at += 1
      passed.set(name, at)
      return places[at]?.to
    },
  }
}
