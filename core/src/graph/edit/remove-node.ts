import { type Definitions, definitionOf } from '../../node/definition'
import { exitsOf } from '../../node/readable-config'
import type { Draft } from '../draft'
import type { GraphEdge, GraphNode } from '../graph'
import { findNode, withGraph } from './find-node'

/**
 * Removes a step and heals the path: whatever led to it now leads where its first exit led. What only
 * its other exits led to stays, set aside. Throws AppError not-found.
 */
export function removeNode(
  draft: Draft,
  { nodeId }: { nodeId: string },
  definitions: Definitions,
): Draft {
  const node = findNode(draft, nodeId)
  const onward = firstWayOut(draft.graph.edges, node, definitions)
  const edges = draft.graph.edges.flatMap((edge): GraphEdge[] => {
    if (edge.from === nodeId) return []
    if (edge.to !== nodeId) return [edge]
    // A step that led to itself through the removed one would loop on the spot: its exit is left open.
    if (!onward || onward.to === edge.from) return []
    const atMost = edge.atMost ?? onward.atMost
    return [{ from: edge.from, exit: edge.exit, to: onward.to, ...(atMost ? { atMost } : {}) }]
  })
  const { [nodeId]: _gone, ...positions } = draft.positions
  const nodes = draft.graph.nodes.filter(({ id }) => id !== nodeId)
  return { ...withGraph(draft, { nodes, edges }), positions }
}

function firstWayOut(
  edges: readonly GraphEdge[],
  node: GraphNode,
  definitions: Definitions,
): GraphEdge | null {
  const leaving = edges.filter((edge) => edge.from === node.id && edge.to !== node.id)
  const definition = definitionOf(definitions, node.type)
  if (!definition) return leaving[0] ?? null
  const exits = exitsOf(definition, node.config)
  const first = exits.map(({ exit }) => leaving.find((edge) => edge.exit === exit)).find(Boolean)
  return first ?? leaving[0] ?? null
}
