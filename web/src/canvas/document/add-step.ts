import { sharedNode } from '@relance/core/draft/shared-node'
import { edgeKey } from '@relance/core/graph/graph'
import { GAP_PX } from '../layout/card-size'
import type { Point } from './draft-content'
import type { ActName, DraftDocument } from './draft-document'
import { makeRoom, placeBelow, stepHeight } from './make-room'
import { newNodeId } from './new-node-id'
import { type KindOf, mainExit, type StepKind } from './step-kind'

/** Where a step goes: on or after an exit, before a step, or on its own. */
export type Place = { on: 'exit'; from: string; exit: string } | { on: 'ground'; at: Point }

export interface AddStep {
  kind: StepKind
  place: Place
  kindOf: KindOf
  name: ActName
  config?: Record<string, unknown>
}

/**
 * Adds a step. On an exit that leads somewhere the step is put in between and what follows moves down;
 * on an open exit it follows; on the ground it stands alone. Answers its id.
 */
export function addStep(
  document: DraftDocument,
  { kind, place, kindOf, name, config }: AddStep,
): string {
  const { content } = document
  const id = newNodeId(kind.type, content.nodes)
  const filled = { ...kind.defaults, ...config }
  document.act(name, () => {
    document.nodes.set(
      id,
      sharedNode({ id, type: kind.type, version: kind.version, config: filled }),
    )
    if (place.on === 'ground') {
      document.positions.set(id, place.at)
      return
    }
    const key = edgeKey(place)
    const edge = content.edges[key]
    const below = placeBelow(content, place.from, place.exit, kindOf)
    const follower = edge && content.positions[edge.to]
    const straight = follower && follower.y > (content.positions[place.from]?.y ?? 0)
    const at = {
      x: straight ? follower.x : below.x,
      y: straight ? Math.min(below.y, follower.y) : below.y,
    }
    document.positions.set(id, at)
    document.edges.set(key, { from: place.from, exit: place.exit, to: id })
    const exit = mainExit(kind, filled)
    if (!edge || !exit) return
    document.edges.set(edgeKey({ from: id, exit }), { ...edge, from: id, exit })
    if (straight) {
      const nodes = { ...content.nodes, [id]: { id, type: kind.type, version: 1, config: filled } }
      const next = { ...content, nodes, positions: { ...content.positions, [id]: at } }
      const branch = placeBelow(next, id, exit, kindOf)
      makeRoom(
        document,
        edge.to,
        at.y,
        Math.max(stepHeight(next, id, kindOf), branch.y - at.y - GAP_PX),
        branch.x - at.x,
      )
    }
  })
  return id
}
