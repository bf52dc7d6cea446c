import type { Graph } from '@relance/core/graph/graph'

const WIDTH_PX = 280
const HEIGHT_PX = 84
const MARGIN_PX = 34

interface Dot {
  id: string
  type: string
  x: number
  y: number
  size: number
}

/** Steps in columns by how far they are from the trigger, for a picture of 280 × 84. */
export function placeGraph(graph: Graph): {
  nodes: Dot[]
  edges: { key: string; from: Dot; to: Dot }[]
} {
  const entered = new Set(graph.edges.map((edge) => edge.to))
  const column = new Map<string, number>()
  const visit = (id: string, at: number, trail: Set<string>) => {
    if (trail.has(id) || (column.get(id) ?? -1) >= at) return
    column.set(id, at)
    for (const edge of graph.edges)
      if (edge.from === id) visit(edge.to, at + 1, new Set([...trail, id]))
  }
  for (const node of graph.nodes) if (!entered.has(node.id)) visit(node.id, 0, new Set())
  const columns = Math.max(0, ...column.values()) + 1
  const rows = new Map<number, string[]>()
  for (const node of graph.nodes) {
    const at = column.get(node.id) ?? 0
    rows.set(at, [...(rows.get(at) ?? []), node.id])
  }
  const most = Math.max(1, ...[...rows.values()].map((ids) => ids.length))
  const step = columns > 1 ? (WIDTH_PX - 2 * MARGIN_PX) / (columns - 1) : 0
  const size = Math.max(7, Math.min(22, step * 0.36 || 22, (HEIGHT_PX - 16) / (most * 1.3)))
  const dots = new Map<string, Dot>()
  for (const node of graph.nodes) {
    const at = column.get(node.id) ?? 0
    const ids = rows.get(at) ?? []
    const gap = Math.min(30, (HEIGHT_PX - 14) / ids.length)
    const y = HEIGHT_PX / 2 + (ids.indexOf(node.id) - (ids.length - 1) / 2) * gap
    const x = columns > 1 ? MARGIN_PX + at * step : WIDTH_PX / 2
    dots.set(node.id, { id: node.id, type: node.type, x, y, size })
  }
  const edges = graph.edges.flatMap((edge) => {
    const from = dots.get(edge.from)
    const to = dots.get(edge.to)
    return from && to ? [{ key: `${edge.from}:${edge.exit}`, from, to }] : []
  })
  return { nodes: [...dots.values()], edges }
}
