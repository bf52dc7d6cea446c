const formats = new Map<string, Intl.ListFormat>()

/** Making a format costs a hundred times its use. */
function formatOf(locale: string): Intl.ListFormat {
  const format =
    formats.get(locale) ?? new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' })
  // Locales come from contacts: a bound, so that odd data cannot fill memory.
  if (formats.size > 100) formats.clear()
  formats.set(locale, format)
  return format
}

/** Names joined as in a sentence: `nature et portrait`, `nature and portrait`, `a, b and c`. */
export function formatList(names: readonly string[], locale: string): string {
  const given = names.map((name) => name.trim()).filter(Boolean)
  // Oxford commas belong to American English only; Intl knows.
  return formatOf(locale).format(given)
}
