import type { Draft } from '@relance/core/graph/draft'
import { edgeKey, type GraphEdge, type GraphNode } from '@relance/core/graph/graph'
import type { FlowSettings } from '@relance/core/graph/settings'

export interface Point {
  x: number
  y: number
}

/** What is drawn, keyed for editing: steps by id, edges by `from:exit`. Never changed in place. */
export interface DraftContent {
  nodes: Readonly<Record<string, GraphNode>>
  edges: Readonly<Record<string, GraphEdge>>
  positions: Readonly<Record<string, Point>>
  settings: FlowSettings
}

/** A draft as the API gives it, keyed for editing. */
export function contentOf(draft: Pick<Draft, 'graph' | 'positions' | 'settings'>): DraftContent {
  return {
    nodes: Object.fromEntries(draft.graph.nodes.map((node) => [node.id, node])),
    edges: Object.fromEntries(draft.graph.edges.map((edge) => [edgeKey(edge), edge])),
    positions: draft.positions,
    settings: draft.settings,
  }
}

const byKey = <Value>(record: Readonly<Record<string, Value>>) =>
  Object.entries(record)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => value)

/** The same, as the API takes it: lists sorted by their keys, so equal drafts are equal JSON. */
export function draftOf(flowId: string, revision: number, content: DraftContent): Draft {
  const positions = Object.fromEntries(
    Object.entries(content.positions).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  return {
    flowId,
    revision,
    graph: { nodes: byKey(content.nodes), edges: byKey(content.edges) },
    positions,
    settings: content.settings,
  }
}
