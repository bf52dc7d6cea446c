/** A value as a text shows it: `{{ contact.first_name | default: "there" }}`, taken apart. */
export interface ValuePiece {
  name: string
  /** Filters as written, without the default. */
  filters: string[]
  /** What is shown where the value is missing; null where nothing is said. */
  fallback: string | null
}

/** Takes a value apart, or null where it says more than a name, filters and a plain default. */
export function readValue(piece: string): ValuePiece | null {
  const inside = piece.match(/^\{\{-?\s*([\s\S]*?)\s*-?\}\}$/)?.[1]
  const parts = inside?.match(/(?:[^|"']|"[^"]*"|'[^']*')+/g)?.map((part) => part.trim()) ?? []
  const [name, ...filters] = parts
  if (!name || !/^[\w.]+$/.test(name)) return null
  const defaults = filters.filter((filter) => /^default\s*:/.test(filter))
  const said = defaults[0]?.match(/^default\s*:\s*(?:"([^"]*)"|'([^']*)')$/)
  if (defaults.length > 1 || (defaults.length === 1 && !said)) return null
  return {
    name,
    filters: filters.filter((filter) => !defaults.includes(filter)),
    fallback: said ? (said[1] ?? said[2] ?? '') : null,
  }
}

/** The value as Liquid writes it; an empty fall-back is left out. */
export function writeValue({ name, filters, fallback }: ValuePiece): string {
  const text = fallback?.replaceAll('"', '”').replaceAll(/[{}]/g, '')
  const said = text ? [`default: "${text}"`] : []
  return `{{ ${[name, ...filters, ...said].join(' | ')} }}`
}
