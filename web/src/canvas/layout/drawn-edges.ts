import { edgeKey } from '@relance/core/graph/graph'
import type { NodeHandle } from '@xyflow/react'
import type { DraftContent } from '../document/draft-content'
import { edgesTo } from '../document/walk-graph'
import type { EdgeEnds } from './edge-path'
import { PILL_DROP_PX } from './joints'
import { type JointLook, stepJoints } from './step-joints'

/** A path as it lies on the canvas, in the drawing's own pixels. */
export interface DrawnEdge {
  key: string
  from: string
  exit: string
  to: string
  ends: EdgeEnds
  bend: 'start' | 'end'
}

/** Where a path turns: those that meet, near the step they share; branches of one step, near that. */
export const bendOf = (content: Pick<DraftContent, 'edges'>, to: string): 'start' | 'end' =>
  edgesTo(content, to).length > 1 ? 'end' : 'start'

/**
 * Every path between two steps that are seen, from where their cards stand, without asking the page.
 * @param hasPills whether cards show their ways out, below themselves, when there are several
 */
export function drawnEdges(
  content: Pick<DraftContent, 'nodes' | 'edges' | 'positions'>,
  hidden: ReadonlySet<string>,
  look: JointLook,
  hasPills = true,
): DrawnEdge[] {
  const known = new Map<string, NodeHandle[]>()
  const jointsAt = (id: string) => {
    const kept = known.get(id) ?? stepJoints(content, id, look)
    known.set(id, kept)
    return kept
  }
  return Object.values(content.edges).flatMap((edge) => {
    const { from, exit, to } = edge
    const exits = jointsAt(from).filter(({ type }) => type === 'source')
    const source = exits.find(({ id }) => id === exit)
    const target = jointsAt(to).find(({ type }) => type === 'target')
    const start = content.positions[from]
    const end = content.positions[to]
    if (!source || !target || !start || !end || hidden.has(from) || hidden.has(to)) return []
    const drop = !hasPills && exits.length > 1 ? PILL_DROP_PX : 0
    const ends = {
      sourceX: start.x + source.x + (source.width ?? 0) / 2,
      sourceY: start.y + source.y + (source.height ?? 0) - drop,
      targetX: end.x + target.x + (target.width ?? 0) / 2,
      targetY: end.y + target.y,
    }
    return [{ key: edgeKey(edge), from, exit, to, ends, bend: bendOf(content, to) }]
  })
}
