/** Names joined as in a sentence: `nature et portrait`, `nature and portrait`, `a, b and c`. */
export function formatList(names: readonly string[], locale: string): string {
  const given = names.map((name) => name.trim()).filter(Boolean)
  // Oxford commas belong to American English only; Intl knows.
  return new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' }).format(given)
}
