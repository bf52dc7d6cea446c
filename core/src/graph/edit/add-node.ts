import { AppError } from '../../error/app-error'
import { type Definitions, definitionOf } from '../../node/definition'
import { exitsOf } from '../../node/readable-config'
import type { Draft } from '../draft'
import type { GraphEdge, GraphNode } from '../graph'
import { connect } from './connect'
import { findNode, takenIds, withGraph } from './find-node'
import { newNodeId } from './new-node-id'

export interface AddNode {
  type: string
  /** Made up when absent. */
  id?: string
  name?: string
  /** On top of the type's defaults. */
  config?: Record<string, unknown>
  /** After this exit; what followed it now follows the new node's first exit. Absent: it floats. */
  from?: string
  exit?: string
  position?: { x: number; y: number }
}

/** Adds a step: after an open exit, on an edge, or unconnected. Throws AppError invalid, not-found, conflict. */
export function addNode(draft: Draft, args: AddNode, definitions: Definitions): Draft {
  const definition = definitionOf(definitions, args.type)
  if (!definition)
    throw new AppError('invalid', 'This kind of step is not known here.', { field: 'type' })
  const taken = takenIds(draft)
  if (args.id && taken.has(args.id))
    throw new AppError('conflict', 'This step is there already.', { field: 'id' })
  const node: GraphNode = {
    id: args.id ?? newNodeId(args.type, taken),
    type: args.type,
    version: definition.version,
    ...(args.name ? { name: args.name } : {}),
    config: { ...definition.defaults, ...args.config },
  }
  const added = placed(
    withGraph(draft, { nodes: [...draft.graph.nodes, node] }),
    node.id,
    args.position,
  )
  if (args.from === undefined || args.exit === undefined) return added
  if (definition.category === 'trigger') {
    throw new AppError('invalid', 'What starts a scenario cannot follow a step.', { field: 'from' })
  }
  findNode(draft, args.from)
  const firstExit = exitsOf(definition, node.config)[0]?.exit
  return inserted(added, { from: args.from, exit: args.exit }, node.id, firstExit)
}

const placed = (draft: Draft, nodeId: string, position: AddNode['position']): Draft =>
  position ? { ...draft, positions: { ...draft.positions, [nodeId]: position } } : draft

/** Puts a node behind an exit. A limit goes on with the part of the edge that closes the loop. */
function inserted(
  draft: Draft,
  { from, exit }: Pick<GraphEdge, 'from' | 'exit'>,
  to: string,
  firstExit?: string,
): Draft {
  const before = draft.graph.edges.find((edge) => edge.from === from && edge.exit === exit)
  const led = connect(draft, { from, exit, to })
  if (!before || firstExit === undefined) return led
  return connect(led, { ...before, from: to, exit: firstExit })
}
