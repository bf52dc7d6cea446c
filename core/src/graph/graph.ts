import { z } from 'zod'
import { nodeId, word } from '../id/ids'

/** A step as drawn. `config` is checked against its node type's own schema, not here. */
export const graphNode = z.object({
  id: nodeId,
  type: word,
  version: z.int().min(1).default(1),
  name: z.string().max(120).optional(),
  /** What those who draw tell one another of it; nobody else reads it. */
  note: z.string().max(2000).optional(),
  config: z.record(z.string(), z.unknown()).default({}),
})
export type GraphNode = z.infer<typeof graphNode>

/** From an exit of a node to the node that follows; an exit leads to one node. */
export const graphEdge = z.object({
  from: nodeId,
  exit: word,
  to: nodeId,
  /** Backward edges only: how often one enrolment may take it. */
  atMost: z.int().min(1).max(100).optional(),
})
export type GraphEdge = z.infer<typeof graphEdge>

export const graph = z.object({ nodes: z.array(graphNode), edges: z.array(graphEdge) })
export type Graph = z.infer<typeof graph>

/** Pixels on the canvas, by node id. A node without one is tidied on opening. */
export const positions = z.record(z.string(), z.object({ x: z.number(), y: z.number() }))
export type Positions = z.infer<typeof positions>

/** What names an edge in a flow. */
export const edgeKey = ({ from, exit }: Pick<GraphEdge, 'from' | 'exit'>) => `${from}:${exit}`
