import { remembered } from '@relance/core/memory/remembered'

/** Making a format costs a hundred times its use. */
const formats = remembered<Intl.ListFormat>(100)

const formatOf = (locale: string): Intl.ListFormat =>
  formats(locale, () => new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' }))

/** Names joined as in a sentence: `nature et portrait`, `nature and portrait`, `a, b and c`. */
export function formatList(names: readonly string[], locale: string): string {
  const given = names.map((name) => name.trim()).filter(Boolean)
  // Oxford commas belong to American English only; Intl knows.
  return formatOf(locale).format(given)
}
