import type { GraphEdge } from './graph'

/** Edges by the node they leave, in the order they are given. */
export function edgesByNode(
  edges: readonly GraphEdge[],
): ReadonlyMap<string, readonly GraphEdge[]> {
  const byNode = new Map<string, GraphEdge[]>()
  for (const edge of edges) {
    const known = byNode.get(edge.from)
    if (known) known.push(edge)
    else byNode.set(edge.from, [edge])
  }
  return byNode
}

/** Every node the starts lead to, themselves included; where `goesOn` says no, the walk stops. */
export function reachedFrom(
  starts: Iterable<string>,
  next: ReadonlyMap<string, readonly GraphEdge[]>,
  goesOn: (nodeId: string) => boolean = () => true,
): Set<string> {
  const reached = new Set(starts)
  for (const nodeId of reached) {
    if (!goesOn(nodeId)) continue
    for (const { to } of next.get(nodeId) ?? []) reached.add(to)
  }
  return reached
}

/** What a walk in depth finds. */
export interface DepthWalk {
  /** Nodes so that each stands after all that lead to it, backward edges apart. */
  order: string[]
  /** Edges that close a cycle. */
  backward: GraphEdge[]
}

/**
 * Walks a graph in depth, from each root in turn and following exits as given. Linear, and deep graphs
 * do not overflow the stack.
 */
export function walkInDepth(
  roots: Iterable<string>,
  next: ReadonlyMap<string, readonly GraphEdge[]>,
): DepthWalk {
  const state = new Map<string, 'open' | 'done'>()
  const finished: string[][] = []
  const backward: GraphEdge[] = []
  for (const root of roots) {
    if (state.has(root)) continue
    const done: string[] = []
    const stack: { nodeId: string; edges: readonly GraphEdge[]; at: number }[] = []
    const open = (nodeId: string) => {
      state.set(nodeId, 'open')
      // Last exit first: reversed at the end, the first exit's branch stands first.
      stack.push({ nodeId, edges: [...(next.get(nodeId) ?? [])].reverse(), at: 0 })
    }
    open(root)
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const edge = top.edges[top.at++]
      if (!edge) {
        state.set(top.nodeId, 'done')
        done.push(top.nodeId)
        stack.pop()
      } else if (!state.has(edge.to)) open(edge.to)
      else if (state.get(edge.to) === 'open') backward.push(edge)
    }
    finished.push(done.reverse())
  }
  return { order: finished.flat(), backward }
}
