import { edgeKey, type GraphEdge } from '../graph/graph'
import type { ReadingReason } from '../words/reading-words'
import type { SurveyedNode } from './survey'

type Nodes = ReadonlyMap<string, SurveyedNode>

const decidesExits = (kind: string | undefined) => kind === 'branches' || kind === 'shares'

/** Whether a node has this exit; while the config that names its exits cannot be read, any may be. */
function mayLeaveBy({ definition, readable, exits }: SurveyedNode, exit: string): boolean {
  if (exits.some((spec) => spec.exit === exit)) return true
  return Object.entries(definition.fields).some(
    ([field, spec]) => decidesExits(spec?.kind) && !(field in readable),
  )
}

/** Why nobody can follow an edge, or null. Two edges from one exit are another matter. */
export function edgeFault(
  { from, exit, to }: GraphEdge,
  nodes: Nodes,
  ids: ReadonlySet<string>,
): ReadingReason | null {
  if (!ids.has(to) || !ids.has(from)) return 'leads-to-gone'
  if (nodes.get(to)?.definition.category === 'trigger') return 'leads-to-start'
  const source = nodes.get(from)
  return !source || mayLeaveBy(source, exit) ? null : 'no-such-exit'
}

/** Edges people can follow, the first of each exit, in the order of their node's exits. */
export function usableEdges(edges: readonly GraphEdge[], nodes: Nodes): GraphEdge[] {
  const ids = new Set(nodes.keys())
  const taken = new Set<string>()
  return edges.filter((edge) => {
    const key = edgeKey(edge)
    if (taken.has(key) || edgeFault(edge, nodes, ids) !== null) return false
    taken.add(key)
    return true
  })
}
