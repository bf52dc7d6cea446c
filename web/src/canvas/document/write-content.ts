import type { GraphNode } from '@relance/core/graph/graph'
import * as Y from 'yjs'
import type { DraftContent } from './draft-content'

/** The shared maps a draft is kept in. */
export interface DraftMaps {
  nodes: Y.Map<Y.Map<unknown>>
  edges: Y.Map<DraftContent['edges'][string]>
  positions: Y.Map<{ x: number; y: number }>
  settings: Y.Map<unknown>
}

/** A step as a shared map: `config` is a map of its own, so two people may edit two fields of one step. */
export function sharedNode(node: GraphNode): Y.Map<unknown> {
  const shared = new Y.Map<unknown>()
  for (const [key, value] of Object.entries(node)) {
    if (key === 'config' || value === undefined) continue
    shared.set(key, value)
  }
  shared.set('config', new Y.Map(Object.entries(node.config)))
  return shared
}

/** Makes the document hold exactly this content. */
export function writeContent(maps: DraftMaps, content: DraftContent) {
  for (const map of [maps.nodes, maps.edges, maps.positions, maps.settings]) map.clear()
  for (const node of Object.values(content.nodes)) maps.nodes.set(node.id, sharedNode(node))
  for (const [key, edge] of Object.entries(content.edges)) maps.edges.set(key, edge)
  for (const [id, point] of Object.entries(content.positions)) maps.positions.set(id, point)
  for (const [key, value] of Object.entries(content.settings)) {
    if (value !== undefined) maps.settings.set(key, value)
  }
}
