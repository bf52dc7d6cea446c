import { AppError } from '../../error/app-error'
import type { Draft } from '../draft'
import type { GraphNode } from '../graph'

/** A node of the draft. Throws AppError not-found: it may have been removed by someone else. */
export function findNode({ graph }: Draft, nodeId: string): GraphNode {
  const node = graph.nodes.find(({ id }) => id === nodeId)
  if (!node) throw new AppError('not-found', 'This step is no longer there.', { nodeId })
  return node
}

/** Every node id of a draft. */
export const takenIds = ({ graph }: Draft): Set<string> => new Set(graph.nodes.map(({ id }) => id))

/** The draft with another graph. */
export const withGraph = (draft: Draft, graph: Partial<Draft['graph']>): Draft => ({
  ...draft,
  graph: { ...draft.graph, ...graph },
})
