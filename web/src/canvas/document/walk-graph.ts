import type { GraphEdge } from '@relance/core/graph/graph'
import type { DraftContent } from './draft-content'

type Ends = Record<'from' | 'to', ReadonlyMap<string, readonly GraphEdge[]>>
const known = new WeakMap<DraftContent['edges'], Ends>()

/** The edges by the step at either end, gathered once for each state of a drawing: every card and every path asks. */
function endsOf({ edges }: Pick<DraftContent, 'edges'>): Ends {
  const kept = known.get(edges)
  if (kept) return kept
  const from = new Map<string, GraphEdge[]>()
  const to = new Map<string, GraphEdge[]>()
  for (const edge of Object.values(edges)) {
    put(from, edge.from, edge)
    put(to, edge.to, edge)
  }
  const ends = { from, to }
  known.set(edges, ends)
  return ends
}

function put(ends: Map<string, GraphEdge[]>, id: string, edge: GraphEdge) {
  const others = ends.get(id)
  if (others) others.push(edge)
  else ends.set(id, [edge])
}

const none: readonly GraphEdge[] = []

/** The edges that leave a step. */
export const edgesFrom = (content: Pick<DraftContent, 'edges'>, id: string): readonly GraphEdge[] =>
  endsOf(content).from.get(id) ?? none

/** The edges that lead to a step. */
export const edgesTo = (content: Pick<DraftContent, 'edges'>, id: string): readonly GraphEdge[] =>
  endsOf(content).to.get(id) ?? none

/** Every step that can be reached from the given ones, themselves included. */
export function reachableFrom(content: Pick<DraftContent, 'edges'>, starts: string[]): Set<string> {
  const seen = new Set<string>()
  const queue = [...starts]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    for (const { to } of edgesFrom(content, id)) queue.push(to)
  }
  return seen
}
