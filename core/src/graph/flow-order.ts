import { type Definitions, definitionOf } from '../node/definition'
import { exitsOf } from '../node/readable-config'
import type { Graph, GraphEdge } from './graph'
import { edgesByNode, walkInDepth } from './walk-graph'

/** Edges in the order of the exits they leave by; those of unknown exits last. */
export function inExitOrder(graph: Graph, definitions: Definitions): GraphEdge[] {
  const places = new Map(
    graph.nodes.map((node) => {
      const definition = definitionOf(definitions, node.type)
      const exits = definition ? exitsOf(definition, node.config) : []
      return [node.id, new Map(exits.map(({ exit }, place) => [exit, place]))]
    }),
  )
  const place = ({ from, exit }: GraphEdge) =>
    places.get(from)?.get(exit) ?? Number.MAX_SAFE_INTEGER
  return graph.edges.toSorted((one, other) => place(one) - place(other))
}

/** Node ids as a reader meets them: the trigger first, each step after all that lead to it. */
export function flowOrder(graph: Graph, definitions: Definitions): string[] {
  const isTrigger = (type: string) => definitionOf(definitions, type)?.category === 'trigger'
  const triggers = graph.nodes.filter(({ type }) => isTrigger(type))
  const roots = [...triggers, ...graph.nodes].map(({ id }) => id)
  return walkInDepth(roots, edgesByNode(inExitOrder(graph, definitions))).order
}
