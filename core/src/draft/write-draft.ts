import * as Y from 'yjs'
import { edgeKey, type GraphNode } from '../graph/graph'
import type { DraftMaps } from './draft-maps'
import type { Drawn } from './drawn'
import { sharedNode } from './shared-node'

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Makes the maps hold exactly this draft. What is there already is left alone, so others' acts beside it stand. */
export function writeDraft(maps: DraftMaps, { graph, positions, settings }: Drawn): void {
  put(maps.edges, new Map(graph.edges.map((edge) => [edgeKey(edge), edge])))
  put(maps.positions, new Map(Object.entries(positions)))
  put<unknown>(maps.settings, new Map(Object.entries(settings)))
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  for (const id of maps.nodes.keys()) if (!nodes.has(id)) maps.nodes.delete(id)
  for (const node of nodes.values()) writeNode(maps, node)
}

function writeNode({ nodes }: DraftMaps, node: GraphNode) {
  const shared = nodes.get(node.id)
  const config = shared?.get('config')
  // Another type is another step at the same place: its fields mean other things.
  if (!shared || !(config instanceof Y.Map) || shared.get('type') !== node.type) {
    nodes.set(node.id, sharedNode(node))
    return
  }
  const { config: wanted, ...step } = node
  put(config, new Map(Object.entries(wanted)))
  put(shared, new Map(Object.entries(step)), 'config')
}

function put<Value>(map: Y.Map<Value>, wanted: ReadonlyMap<string, Value>, but?: string) {
  for (const key of map.keys()) {
    if (key !== but && wanted.get(key) === undefined) map.delete(key)
  }
  for (const [key, value] of wanted) {
    if (value !== undefined && !same(map.get(key), value)) map.set(key, value)
  }
}
