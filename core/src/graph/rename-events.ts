/**
 * Events that only a shop can tell and that nothing but scenarios reads: a shop that calls one by another name may
 * keep its name. Orders, carts and what Relance says itself are read by more than scenarios, so they keep theirs.
 */
export const renameableEvents = ['Signed Up', 'Order Delivered'] as const

/**
 * The same value with events called by other names: wherever an `event` names one of `names`, at any depth.
 * @param names an event's new name, by the name it has
 */
export function renameEvents<Value>(value: Value, names: Readonly<Record<string, string>>): Value
export function renameEvents(value: unknown, names: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((each) => renameEvents(each, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'event' && typeof inner === 'string' && Object.hasOwn(names, inner)
        ? names[inner]
        : renameEvents(inner, names),
    ]),
  )
}
