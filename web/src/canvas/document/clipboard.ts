import { sharedNode } from '@relance/core/draft/shared-node'
import { edgeKey, type GraphEdge, type GraphNode } from '@relance/core/graph/graph'
import type { DraftContent, Point } from './draft-content'
import type { ActName, DraftDocument } from './draft-document'
import { newNodeId } from './new-node-id'
import { type KindOf, mainExit } from './step-kind'

/** Steps taken out of a drawing: with the edges among them, and where they stood. */
export interface Clip {
  nodes: GraphNode[]
  edges: GraphEdge[]
  positions: Record<string, Point>
}

/** These steps and the edges between them. */
export function clipOf(content: DraftContent, ids: string[]): Clip {
  const chosen = new Set(ids)
  const nodes = ids.flatMap((id) => content.nodes[id] ?? [])
  const edges = Object.values(content.edges).filter(
    (edge) => chosen.has(edge.from) && chosen.has(edge.to),
  )
  const positions = Object.fromEntries(
    ids.flatMap((id) => (content.positions[id] ? [[id, content.positions[id]]] : [])),
  )
  return { nodes, edges, positions }
}

/** References of rules to other steps (`of`, `since`) follow the steps to their new ids. */
function renameReferences(value: unknown, ids: Map<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => renameReferences(each, ids))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const isReference = (key === 'of' || key === 'since') && typeof each === 'string'
      return [key, isReference ? (ids.get(each) ?? each) : renameReferences(each, ids)]
    }),
  )
}

/** Where copies go: a point for the top left one, or an exit that they are put on. */
export type PastePlace = { at: Point; into?: { from: string; exit: string } }

/**
 * Adds copies with new ids. On an exit the first one follows it, and what followed before follows the last
 * one's main exit. Answers the new ids in the order of the clip.
 */
export function pasteSteps(
  document: DraftDocument,
  { nodes, edges, positions }: Clip,
  { at, into }: PastePlace,
  kindOf: KindOf,
  name: ActName,
): string[] {
  const taken = { ...document.content.nodes }
  const ids = new Map<string, string>()
  for (const node of nodes) {
    const id = newNodeId(node.type, taken)
    taken[id] = node
    ids.set(node.id, id)
  }
  const left = Math.min(...nodes.map(({ id }) => positions[id]?.x ?? 0))
  const top = Math.min(...nodes.map(({ id }) => positions[id]?.y ?? 0))
  document.act(name, () => {
    for (const node of nodes) {
      const id = ids.get(node.id) ?? node.id
      const config = renameReferences(node.config, ids) as Record<string, unknown>
      document.nodes.set(id, sharedNode({ ...node, id, config }))
      const from = positions[node.id] ?? { x: 0, y: 0 }
      document.positions.set(id, { x: at.x + from.x - left, y: at.y + from.y - top })
    }
    for (const edge of edges) {
      const from = ids.get(edge.from)
      const to = ids.get(edge.to)
      if (from && to) document.edges.set(`${from}:${edge.exit}`, { ...edge, from, to })
    }
    if (into) join(document, { nodes, edges, positions }, ids, into, kindOf)
  })
  return [...ids.values()]
}

/** Leads an exit to the first of the pasted steps, and the last of them to what the exit led to. */
function join(
  document: DraftDocument,
  { nodes, edges }: Pick<Clip, 'nodes' | 'edges' | 'positions'>,
  ids: Map<string, string>,
  into: { from: string; exit: string },
  kindOf: KindOf,
) {
  const isTrigger = (type: string) => kindOf(type)?.category === 'trigger'
  const head = nodes.find(({ id, type }) => !isTrigger(type) && !edges.some(({ to }) => to === id))
  const first = head && ids.get(head.id)
  if (!first) return
  const key = edgeKey(into)
  const before = document.content.edges[key]
  document.edges.set(key, { ...into, to: first })
  if (!before) return
  for (const node of nodes.toReversed()) {
    const kind = kindOf(node.type)
    const exit = kind && mainExit(kind, node.config)
    const id = ids.get(node.id)
    if (!exit || !id || edges.some((edge) => edge.from === node.id && edge.exit === exit)) continue
    document.edges.set(edgeKey({ from: id, exit }), { ...before, from: id, exit })
    return
  }
}
