import type * as Y from 'yjs'
import type { GraphEdge } from '../graph/graph'

/** The shared maps a draft is kept in: steps by id, edges by `from:exit`, places by step, settings by name. */
export interface DraftMaps {
  nodes: Y.Map<Y.Map<unknown>>
  edges: Y.Map<GraphEdge>
  positions: Y.Map<{ x: number; y: number }>
  settings: Y.Map<unknown>
}

export const draftParts = ['nodes', 'edges', 'positions', 'settings'] as const
export type DraftPart = (typeof draftParts)[number]

/** The maps of a document, made where it has none yet. */
export const draftMaps = (doc: Y.Doc): DraftMaps => ({
  nodes: doc.getMap('nodes'),
  edges: doc.getMap('edges'),
  positions: doc.getMap('positions'),
  settings: doc.getMap('settings'),
})
