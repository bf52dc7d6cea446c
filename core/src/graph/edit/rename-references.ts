/** Ids by what they become. */
export type Renaming = ReadonlyMap<string, string>

/**
 * A config or a rule in which every event that speaks of a step (`of`, `since`) names it by its new id.
 * Everything else stays as it is.
 */
export function renameReferences<Value>(value: Value, renaming: Renaming): Value
export function renameReferences(value: unknown, renaming: Renaming): unknown {
  if (Array.isArray(value)) return value.map((one) => renameReferences(one, renaming))
  if (typeof value !== 'object' || value === null) return value
  const isEvent = 'event' in value
  const renamed = Object.entries(value).map(([key, inner]) => {
    const speaksOfStep = isEvent && (key === 'of' || key === 'since') && typeof inner === 'string'
    return [key, speaksOfStep ? (renaming.get(inner) ?? inner) : renameReferences(inner, renaming)]
  })
  return Object.fromEntries(renamed)
}
