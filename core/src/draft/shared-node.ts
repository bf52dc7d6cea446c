import * as Y from 'yjs'
import type { GraphNode } from '../graph/graph'

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
