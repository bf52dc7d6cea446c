import { AppError } from '../../error/app-error'
import {
  type Definitions,
  definitionOf,
  type ExitSpec,
  type NodeDefinition,
} from '../../node/definition'
import { exitsOf } from '../../node/readable-config'
import type { Draft } from '../draft'
import type { GraphEdge, GraphNode } from '../graph'
import { findNode, takenIds, withGraph } from './find-node'
import { newNodeId } from './new-node-id'
import { renameReferences } from './rename-references'

export interface ReplaceNode {
  nodeId: string
  type: string
  /** Of the new step; made up when absent. Not used where only the version changes. */
  id?: string
}

/**
 * Puts a step of another type, or of its type's present version, in the place of one. Name and place
 * stay; config fields stay where the new type can read them; exits keep what follows them by name,
 * else by order. A step of another type gets an id of its own: people waiting know the old one.
 */
export function replaceNode(
  draft: Draft,
  { nodeId, type, id }: ReplaceNode,
  definitions: Definitions,
): Draft {
  const before = findNode(draft, nodeId)
  const definition = definitionOf(definitions, type)
  if (!definition)
    throw new AppError('invalid', 'This kind of step is not known here.', { field: 'type' })
  const newId = before.type === type ? nodeId : (id ?? newNodeId(type, takenIds(draft)))
  const renaming = new Map([[nodeId, newId]])
  const node: GraphNode = {
    ...before,
    id: newId,
    type,
    version: definition.version,
    config: keptConfig(before.config, definition),
  }
  const known = definitionOf(definitions, before.type)
  const exits = exitsByOldName(
    known ? exitsOf(known, before.config) : [],
    exitsOf(definition, node.config),
  )
  const nodes = draft.graph.nodes.map((one) =>
    one === before ? node : { ...one, config: renameReferences(one.config, renaming) },
  )
  const edges = draft.graph.edges.flatMap((edge): GraphEdge[] => {
    const exit = edge.from === nodeId ? exits(edge.exit) : edge.exit
    if (exit === null) return []
    return [
      {
        ...edge,
        from: renaming.get(edge.from) ?? edge.from,
        exit,
        to: renaming.get(edge.to) ?? edge.to,
      },
    ]
  })
  const { [nodeId]: position, ...others } = draft.positions
  const positions = position ? { ...others, [newId]: position } : others
  const settings = renameReferences(draft.settings, renaming)
  return { ...withGraph(draft, { nodes, edges }), positions, settings }
}

function keptConfig(before: Record<string, unknown>, { config, defaults }: NodeDefinition) {
  const kept = Object.entries(config.shape).filter(([field, schema]) => {
    return Object.hasOwn(before, field) && schema.safeParse(before[field]).success
  })
  return { ...defaults, ...Object.fromEntries(kept.map(([field]) => [field, before[field]])) }
}

/** Which new exit takes over an old one: that of the same name, else the next free one in order. */
function exitsByOldName(before: readonly ExitSpec[], after: readonly ExitSpec[]) {
  const names = new Set(after.map(({ exit }) => exit))
  const oldNames = new Set(before.map(({ exit }) => exit))
  const free = after.filter(({ exit }) => !oldNames.has(exit)).map(({ exit }) => exit)
  const moved = new Map(
    before
      .filter(({ exit }) => !names.has(exit))
      .map(({ exit }, index) => [exit, free[index] ?? null]),
  )
  return (exit: string): string | null => (names.has(exit) ? exit : (moved.get(exit) ?? null))
}
