import { graphEdge, graphNode } from '@relance/core/graph/graph'
import { z } from 'zod'
import type { DraftContent, Point } from './draft-content'
import type { ActName, DraftDocument } from './draft-document'
import { newNodeId } from './new-node-id'
import { sharedNode } from './write-content'

const clip = z.object({
  relance: z.literal('nodes'),
  version: z.int(),
  nodes: z.array(graphNode),
  edges: z.array(graphEdge),
  positions: z.record(z.string(), z.object({ x: z.number(), y: z.number() })).default({}),
})
export type Clip = z.infer<typeof clip>

/** Steps as text for the clipboard: the steps and the edges between them, nothing about people. */
export function copySteps(content: DraftContent, ids: string[]): string {
  const chosen = new Set(ids)
  const nodes = ids.flatMap((id) => content.nodes[id] ?? [])
  const edges = Object.values(content.edges).filter(
    (edge) => chosen.has(edge.from) && chosen.has(edge.to),
  )
  const positions = Object.fromEntries(
    ids.flatMap((id) => (content.positions[id] ? [[id, content.positions[id]]] : [])),
  )
  const needs = { messages: [], segments: [], offers: [], events: [] }
  return JSON.stringify({ relance: 'nodes', version: 1, nodes, edges, positions, needs })
}

/** The steps in a copied text, or null when it holds none. */
export function readClip(text: string): Clip | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null // any other text a person may have copied
  }
  const read = clip.safeParse(json)
  return read.success && read.data.nodes.length > 0 ? read.data : null
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

/** Adds copies with new ids, the top left one at `at`. Answers the new ids in the order of the clip. */
export function pasteSteps(
  document: DraftDocument,
  { nodes, edges, positions }: Clip,
  at: Point,
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
  })
  return [...ids.values()]
}
