import type { Language } from '@relance/core/words/language'
import type { DraftContent } from './document/draft-content'
import { isTriggerType, stepType } from './step-types'

const orders = new WeakMap<
  DraftContent['edges'],
  { nodes: DraftContent['nodes']; order: string[] }
>()

/** Steps in the order they are reached from the trigger; those nobody reaches come last. */
export function readingOrder(content: DraftContent): string[] {
  const kept = orders.get(content.edges)
  if (kept?.nodes === content.nodes) return kept.order
  const order = walkInOrder(content)
  orders.set(content.edges, { nodes: content.nodes, order })
  return order
}

const places = new WeakMap<string[], ReadonlyMap<string, number>>()

/** The place of each step in that order, from 1. */
export function readingPlaces(content: DraftContent): ReadonlyMap<string, number> {
  const order = readingOrder(content)
  const kept = places.get(order) ?? new Map(order.map((id, before) => [id, before + 1]))
  places.set(order, kept)
  return kept
}

/** In one pass and without recursion: a path may be thousands of steps long. */
function walkInOrder({ nodes, edges }: DraftContent): string[] {
  const led = new Map<string, { exit: string; to: string }[]>()
  for (const edge of Object.values(edges)) {
    const others = led.get(edge.from)
    if (others) others.push(edge)
    else led.set(edge.from, [edge])
  }
  const followers = (id: string): string[] => {
    const mine = led.get(id) ?? []
    const node = nodes[id]
    if (mine.length < 2 || !node) return mine.map(({ to }) => to)
    const exits = stepType(node.type)?.exits(node.config) ?? []
    const rank = new Map(exits.map(({ exit }, place) => [exit, place]))
    const place = (exit: string) => rank.get(exit) ?? -1
    return mine.toSorted((a, b) => place(a.exit) - place(b.exit)).map(({ to }) => to)
  }
  const seen = new Set<string>()
  const ids = Object.keys(nodes)
  const triggers = ids.filter((id) => isTriggerType(nodes[id]?.type ?? ''))
  for (const start of [...triggers, ...ids]) {
    const next = [start]
    for (let id = next.pop(); id !== undefined; id = next.pop()) {
      if (seen.has(id) || !nodes[id]) continue
      seen.add(id)
      next.push(...followers(id).reverse())
    }
  }
  return [...seen]
}

const known = new WeakMap<
  DraftContent['nodes'],
  Map<Language, { edges: DraftContent['edges']; titles: Map<string, string> }>
>()

/** What each step is called: its own name, or its type; messages are numbered as they are reached. */
export function stepTitles(content: DraftContent, language: Language): Map<string, string> {
  const byLanguage = known.get(content.nodes) ?? new Map()
  known.set(content.nodes, byLanguage)
  const cached = byLanguage.get(language)
  if (cached?.edges === content.edges) return cached.titles
  const titles = new Map<string, string>()
  const order = readingOrder(content)
  const counted = new Map<string, number>()
  const all = new Map<string, number>()
  for (const id of order) {
    const type = content.nodes[id]?.type ?? ''
    all.set(type, (all.get(type) ?? 0) + 1)
  }
  const isMany = (type: string) => (all.get(type) ?? 0) > 1
  for (const id of order) {
    const node = content.nodes[id]
    if (!node) continue
    const definition = stepType(node.type)
    const nth = (counted.get(node.type) ?? 0) + 1
    counted.set(node.type, nth)
    const title = definition?.title[language] ?? node.type
    const numbered =
      definition?.category === 'message' && isMany(node.type) ? `${title} ${nth}` : title
    titles.set(id, node.name || numbered)
  }
  byLanguage.set(language, { edges: content.edges, titles })
  return titles
}

/** A step as a rule speaks of it: its own name in quotes, else what it is: “email 1”. */
export function nameInSentence(
  content: DraftContent,
  id: string,
  language: Language,
): string | undefined {
  const own = content.nodes[id]?.name
  if (own) return language === 'fr' ? `« ${own} »` : `“${own}”`
  return stepTitles(content, language).get(id)?.toLowerCase()
}
