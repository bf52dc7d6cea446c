import type { Overtaken } from '../document/overtake'

/** Puts together what one person did to places of one's own, so that tidying is told once and not card by card. */
export function lostTogether(lost: Overtaken[]): Overtaken[][] {
  const places = new Map<string | null, Overtaken[]>()
  const others: Overtaken[][] = []
  for (const each of lost) {
    if (each.change.part !== 'position') {
      others.push([each])
      continue
    }
    const { by } = each.author
    places.set(by, [...(places.get(by) ?? []), each])
  }
  return [...others, ...places.values()]
}
