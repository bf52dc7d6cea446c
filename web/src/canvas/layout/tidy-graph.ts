import { Graph, layout } from '@dagrejs/dagre'
import { CARD_WIDTH_PX, COLUMN_GAP_PX, GAP_PX, snapToGrid } from './card-size'

export interface TidyStep {
  id: string
  height: number
  /** Card width when absent. */
  width?: number
  /** Order of its exits, so that branches keep the order they are declared in. */
  exits: string[]
}
export interface TidyEdge {
  from: string
  exit: string
  to: string
}
export interface TidyRequest {
  steps: TidyStep[]
  edges: TidyEdge[]
}

/** Top-left corners on the grid for every step, time running downward. Pure; run it in a worker. */
export function tidyGraph({ steps, edges }: TidyRequest): Record<string, { x: number; y: number }> {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({
    rankdir: 'TB',
    ranker: 'tight-tree',
    nodesep: COLUMN_GAP_PX,
    ranksep: GAP_PX,
    marginx: 0,
    marginy: 0,
  })
  graph.setDefaultEdgeLabel(() => ({}))
  const exits = new Map(steps.map((step) => [step.id, step.exits]))
  const rank = (edge: TidyEdge) => exits.get(edge.from)?.indexOf(edge.exit) ?? 0
  const sorted = edges
    .filter((edge) => exits.has(edge.from) && exits.has(edge.to))
    .sort((a, b) => rank(a) - rank(b))
  for (const { id, height, width = CARD_WIDTH_PX } of inReadingOrder(steps, sorted))
    graph.setNode(id, { width, height })
  for (const edge of sorted) graph.setEdge(edge.from, edge.to, { weight: 1 }, edge.exit)
  layout(graph, { constraints: leftToRight(sorted) })
  const placed: Record<string, { x: number; y: number }> = {}
  for (const { id, height, width = CARD_WIDTH_PX } of steps) {
    const { x, y } = graph.node(id)
    placed[id] = { x: snapToGrid(x - width / 2), y: snapToGrid(y - height / 2) }
  }
  return straighten(sorted, alignRanks(steps, edges, placed))
}

/** Depth first by exits: the order the layout keeps from left to right. */
function inReadingOrder(steps: TidyStep[], sorted: TidyEdge[]): TidyStep[] {
  const byId = new Map(steps.map((step) => [step.id, step]))
  const entered = new Set(sorted.map((edge) => edge.to))
  const seen = new Set<string>()
  const visit = (id: string) => {
    if (seen.has(id)) return
    seen.add(id)
    for (const edge of sorted) if (edge.from === id) visit(edge.to)
  }
  for (const step of steps) if (!entered.has(step.id)) visit(step.id)
  for (const step of steps) visit(step.id)
  return [...seen].flatMap((id) => byId.get(id) ?? [])
}

/** Followers of one step, in the order of its exits. */
function leftToRight(sorted: TidyEdge[]): { left: string; right: string }[] {
  const followers = new Map<string, string[]>()
  for (const edge of sorted)
    followers.set(edge.from, [...(followers.get(edge.from) ?? []), edge.to])
  return [...followers.values()].flatMap((ids) =>
    ids.slice(1).flatMap((right, place) => {
      const left = ids[place]
      return left && left !== right ? [{ left, right }] : []
    }),
  )
}

/** A chain that jogs by a little runs straight: what follows moves under what it follows. */
const JOG_PX = 80

function straighten(edges: TidyEdge[], placed: Record<string, { x: number; y: number }>) {
  const count = (key: 'from' | 'to', id: string) => edges.filter((edge) => edge[key] === id).length
  const below = (id: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(id)) return seen
    seen.add(id)
    for (const edge of edges) if (edge.from === id) below(edge.to, seen)
    return seen
  }
  for (const { from, to } of [...edges].sort(
    (a, b) => (placed[a.from]?.y ?? 0) - (placed[b.from]?.y ?? 0),
  )) {
    const jog = (placed[from]?.x ?? 0) - (placed[to]?.x ?? 0)
    if (jog === 0 || Math.abs(jog) > JOG_PX || count('from', from) > 1 || count('to', to) > 1)
      continue
    for (const id of below(to)) {
      const at = placed[id]
      if (at) placed[id] = { x: at.x + jog, y: at.y }
    }
  }
  return placed
}

/** Steps of one row start at one height: dagre centres them, which leaves tops ragged. */
function alignRanks(
  steps: TidyStep[],
  edges: TidyEdge[],
  placed: Record<string, { x: number; y: number }>,
) {
  const heights = new Map(steps.map((step) => [step.id, step.height]))
  const centre = (id: string) => (placed[id]?.y ?? 0) + (heights.get(id) ?? 0) / 2
  const byTop = [...steps].sort((a, b) => centre(a.id) - centre(b.id))
  const bottoms = new Map<string, number>()
  const parents = new Map<string, string[]>()
  for (const edge of edges) parents.set(edge.to, [...(parents.get(edge.to) ?? []), edge.from])
  for (const { id, height } of byTop) {
    const above = (parents.get(id) ?? [])
      .map((parent) => bottoms.get(parent))
      .filter((bottom) => bottom !== undefined)
    const at = placed[id]
    if (at && above.length > 0) placed[id] = { x: at.x, y: snapToGrid(Math.max(...above) + GAP_PX) }
    bottoms.set(id, (placed[id]?.y ?? 0) + height)
  }
  return placed
}
