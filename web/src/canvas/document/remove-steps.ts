import { edgeKey } from '@relance/core/graph/graph'
import type { ActName, DraftDocument } from './draft-document'
import { type KindOf, mainExit } from './step-kind'
import { edgesFrom, edgesTo } from './walk-graph'

/** The exit by which the path goes on when a step is taken out: the busiest when live, else the first. */
function healingExit(
  document: DraftDocument,
  id: string,
  kindOf: KindOf,
  people: Record<string, number>,
) {
  const node = document.content.nodes[id]
  const kind = node && kindOf(node.type)
  const led = edgesFrom(document.content, id)
  const order = kind ? kind.exits(node.config).map((exit) => exit.exit) : []
  const first = (kind && mainExit(kind, node.config)) ?? order[0]
  const rank = (exit: string) => (exit === first ? -1 : order.indexOf(exit))
  return led.toSorted(
    (a, b) => (people[b.exit] ?? 0) - (people[a.exit] ?? 0) || rank(a.exit) - rank(b.exit),
  )[0]
}

/**
 * Removes steps; the path heals: what led to a step leads to what followed it.
 * Of several exits one is joined, the others stay where they are. Answers how many branches were set aside.
 */
export function removeSteps(
  document: DraftDocument,
  ids: string[],
  kindOf: KindOf,
  name: ActName,
  people: Record<string, Record<string, number>> = {},
): number {
  let setAside = 0
  document.act(name, () => {
    for (const id of ids) {
      // Read anew: the step before may have been removed and healed in this same act.
      const edges = Object.fromEntries(document.edges.entries())
      const now = { ...document.content, edges }
      const heal = healingExit(document, id, kindOf, people[id] ?? {})
      const onward = heal && edges[edgeKey(heal)]?.to
      const led = edgesFrom(now, id)
      for (const edge of edgesTo(now, id)) {
        const key = edgeKey(edge)
        if (onward && onward !== id && onward !== edge.from)
          document.edges.set(key, { ...edge, to: onward })
        else document.edges.delete(key)
      }
      for (const edge of led) document.edges.delete(edgeKey(edge))
      setAside += Math.max(0, new Set(led.map((edge) => edge.to)).size - 1)
      document.nodes.delete(id)
      document.positions.delete(id)
    }
  })
  return setAside
}

/** Removes steps and their edges without joining anything. */
export function removeWithBranch(document: DraftDocument, ids: string[], name: ActName) {
  document.act(name, () => {
    for (const id of ids) {
      document.nodes.delete(id)
      document.positions.delete(id)
    }
    const gone = new Set(ids)
    for (const [key, edge] of [...document.edges.entries()]) {
      if (gone.has(edge.from) || gone.has(edge.to)) document.edges.delete(key)
    }
  })
}
