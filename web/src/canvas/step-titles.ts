import type { Language } from '@relance/core/words/language'
import type { DraftContent } from './document/draft-content'
import { edgesFrom } from './document/walk-graph'
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

function walkInOrder(content: DraftContent): string[] {
  const seen = new Set<string>()
  const visit = (id: string) => {
    if (seen.has(id) || !content.nodes[id]) return
    seen.add(id)
    const node = content.nodes[id]
    const exits =
      stepType(node.type)
        ?.exits(node.config)
        .map((exit) => exit.exit) ?? []
    const led = edgesFrom(content, id).sort((a, b) => exits.indexOf(a.exit) - exits.indexOf(b.exit))
    for (const edge of led) visit(edge.to)
  }
  for (const node of Object.values(content.nodes)) if (isTriggerType(node.type)) visit(node.id)
  for (const id of Object.keys(content.nodes)) visit(id)
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
  const isMany = (type: string) => order.filter((id) => content.nodes[id]?.type === type).length > 1
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
