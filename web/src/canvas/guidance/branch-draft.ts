import type { DraftContent } from '../document/draft-content'
import { draftOf } from '../document/draft-content'

/**
 * Some steps as a drawing of their own, with the paths among them and the rules of the scenario they come from. What starts
 * it is still to be chosen.
 */
export function branchDraft(content: DraftContent, ids: readonly string[]) {
  const mine = new Set(ids)
  const only = <Value>(
    all: Readonly<Record<string, Value>>,
    keep: (key: string, value: Value) => boolean,
  ) => Object.fromEntries(Object.entries(all).filter(([key, value]) => keep(key, value)))
  const { graph, positions, settings } = draftOf('', 0, {
    nodes: only(content.nodes, (id) => mine.has(id)),
    edges: only(content.edges, (_, { from, to }) => mine.has(from) && mine.has(to)),
    positions: only(content.positions, (id) => mine.has(id)),
    settings: content.settings,
  })
  return { graph, positions, settings }
}
