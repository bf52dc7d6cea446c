import type { Draft } from '../draft'
import type { Graph, GraphEdge, GraphNode, Positions } from '../graph'
import { connect } from './connect'
import { takenIds, withGraph } from './find-node'
import { newNodeId } from './new-node-id'
import { renameReferences } from './rename-references'

export interface PasteNodes extends Graph {
  /** Where they stood; they keep their places to one another. */
  positions?: Positions
  /** How far they move, so as not to cover what they were copied from. Pixels. */
  by?: { x: number; y: number }
  /** The exit that leads to the first of them. */
  from?: string
  exit?: string
}

/** Adds copied steps under new ids; edges among them and what their rules say of one another follow. */
export function pasteNodes(
  draft: Draft,
  { nodes, edges, positions = {}, by, from, exit }: PasteNodes,
): Draft {
  const renaming = freshIds(draft, nodes)
  const rename = (id: string) => renaming.get(id) ?? id
  const pasted = nodes.map((node): GraphNode => {
    return { ...node, id: rename(node.id), config: renameReferences(node.config, renaming) }
  })
  const among = edges.filter((edge) => renaming.has(edge.from) && renaming.has(edge.to))
  const joined = among.map(
    (edge): GraphEdge => ({ ...edge, from: rename(edge.from), to: rename(edge.to) }),
  )
  const moved = Object.entries(positions)
    .filter(([id]) => renaming.has(id))
    .map(([id, { x, y }]) => [rename(id), { x: x + (by?.x ?? 0), y: y + (by?.y ?? 0) }])
  const graph = {
    nodes: [...draft.graph.nodes, ...pasted],
    edges: [...draft.graph.edges, ...joined],
  }
  const added = {
    ...withGraph(draft, graph),
    positions: { ...draft.positions, ...Object.fromEntries(moved) },
  }
  const first = pasted[0]
  return first && from !== undefined && exit !== undefined
    ? connect(added, { from, exit, to: first.id })
    : added
}

function freshIds(draft: Draft, nodes: readonly GraphNode[]): ReadonlyMap<string, string> {
  const taken = takenIds(draft)
  const renaming = new Map<string, string>()
  for (const { id, type } of nodes) {
    const fresh = newNodeId(type, taken)
    taken.add(fresh)
    renaming.set(id, fresh)
  }
  return renaming
}
