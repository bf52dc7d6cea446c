import type { Draft } from '../draft'
import type { GraphNode } from '../graph'
import { findNode, withGraph } from './find-node'

const changed = (draft: Draft, nodeId: string, change: (node: GraphNode) => GraphNode): Draft => {
  const node = findNode(draft, nodeId)
  return withGraph(draft, {
    nodes: draft.graph.nodes.map((one) => (one === node ? change(one) : one)),
  })
}

/** Sets some fields of a node's config; one given as undefined is taken out. */
export const setConfig = (
  draft: Draft,
  { nodeId, config }: { nodeId: string; config: Record<string, unknown> },
): Draft =>
  changed(draft, nodeId, (node) => {
    const merged = Object.entries({ ...node.config, ...config }).filter(
      ([, value]) => value !== undefined,
    )
    return { ...node, config: Object.fromEntries(merged) }
  })

/** Names a node; an empty name gives it back its type's. */
export const setName = (draft: Draft, { nodeId, name }: { nodeId: string; name: string }): Draft =>
  changed(draft, nodeId, ({ name: _before, ...node }) =>
    name.trim() === '' ? node : { ...node, name: name.trim() },
  )

/** Moves a node on the canvas. Pixels. */
export function moveNode(
  draft: Draft,
  { nodeId, position }: { nodeId: string; position: { x: number; y: number } },
): Draft {
  findNode(draft, nodeId)
  return { ...draft, positions: { ...draft.positions, [nodeId]: position } }
}

/** Sets some rules of the whole scenario. */
export const setSettings = (
  draft: Draft,
  { settings }: { settings: Partial<Draft['settings']> },
): Draft => ({
  ...draft,
  settings: { ...draft.settings, ...settings },
})
