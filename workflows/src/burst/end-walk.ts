import type { SeenLeaf } from '@relance/core/rule/rule'
import type { EndReason } from '@relance/db/enrolment/enrolment'
import type { Note } from '@relance/nodes/kit/step'
import { trace, type Walk } from './walk'

/** Ends the enrolment here. Final: nothing moves it afterwards. */
export function endWalk(
  walk: Walk,
  endReason: EndReason,
  endDetail: string | null,
  note: Note,
  seen?: SeenLeaf[],
): void {
  trace(walk, 'ended', note, { seen })
  Object.assign(walk.enrolment, {
    state: 'ended',
    endedAt: walk.clock.now,
    endReason,
    endDetail,
    dueAt: null,
    exitDueAt: null,
    listens: [],
    nodeListens: [],
    callId: null,
    again: null,
    heldBy: null,
    error: null,
  })
}
