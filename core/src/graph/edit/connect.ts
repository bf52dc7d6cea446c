import type { Draft } from '../draft'
import type { GraphEdge } from '../graph'
import { findNode, withGraph } from './find-node'

/** Leads an exit to a node, instead of where it led before. Throws AppError not-found. */
export function connect(draft: Draft, { from, exit, to, atMost }: GraphEdge): Draft {
  findNode(draft, from)
  findNode(draft, to)
  const edge: GraphEdge = atMost === undefined ? { from, exit, to } : { from, exit, to, atMost }
  const others = disconnect(draft, { from, exit }).graph.edges
  return withGraph(draft, { edges: [...others, edge] })
}

/** Leaves an exit open. */
export const disconnect = (draft: Draft, { from, exit }: Pick<GraphEdge, 'from' | 'exit'>): Draft =>
  withGraph(draft, {
    edges: draft.graph.edges.filter((edge) => edge.from !== from || edge.exit !== exit),
  })
