import { newId } from '@relance/core/id/ids'
import type { SeenLeaf } from '@relance/core/rule/rule'
import type { Step } from '@relance/nodes/kit/step'
import { endWalk } from './end-walk'
import { nodeHere, trace, type Walk } from './walk'

type StepOf<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>

/** Applies a node's answer. True when the walk stands at a new node, to be entered. */
export async function takeStep(walk: Walk, step: Step, seen: SeenLeaf[]): Promise<boolean> {
  switch (step.kind) {
    case 'leave':
      return leave(walk, step, seen)
    case 'wait':
      return stay(walk, step)
    case 'call':
      return ask(walk, step)
    case 'end':
      endWalk(
        walk,
        step.as === 'goal' ? 'goal' : 'end',
        step.detail,
        step.note ?? { code: 'ended', params: { detail: step.detail } },
      )
      return false
  }
}

function leave(walk: Walk, { exit, note }: StepOf<'leave'>, seen: SeenLeaf[]): boolean {
  const { enrolment, clock } = walk
  const { next } = nodeHere(walk)
  const way = next[exit]
  const leaving = note ?? { code: 'left', params: { exit } }
  if (!way) {
    trace(walk, 'left', leaving, { exit, seen })
    endWalk(walk, 'end', 'path-ended', { code: 'ended', params: { detail: 'path-ended' } })
    return false
  }
  const edge = `${enrolment.nodeId}:${exit}`
  const taken = (enrolment.path[edge]?.visits ?? 0) + 1
  if (way.atMost !== undefined && taken > way.atMost) {
    trace(walk, 'left', leaving, { exit, seen })
    endWalk(walk, 'end', 'loop-limit', { code: 'ended', params: { detail: 'loop-limit' } })
    return false
  }
  trace(walk, 'left', leaving, { exit, nextNode: way.to, seen })
  const here = enrolment.path[enrolment.nodeId]
  enrolment.path[enrolment.nodeId] = {
    visits: here?.visits ?? enrolment.visit,
    leftAt: clock.now.toISOString(),
  }
  if (way.atMost !== undefined) enrolment.path[edge] = { visits: taken }
  arrive(walk, way.to)
  return true
}

/** Stands the walk at a node, one visit more than before. */
export function arrive({ enrolment, clock }: Walk, nodeId: string): void {
  const visit = (enrolment.path[nodeId]?.visits ?? 0) + 1
  enrolment.path[nodeId] = { ...enrolment.path[nodeId], visits: visit }
  Object.assign(enrolment, {
    nodeId,
    visit,
    state: 'waiting',
    enteredNodeAt: clock.now,
    dueAt: null,
    nodeListens: [],
    callId: null,
    heldBy: null,
    error: null,
  })
}

function stay(walk: Walk, { dueAt, listens, note, heldBy }: StepOf<'wait'>): boolean {
  const { enrolment } = walk
  const waitedOn =
    enrolment.dueAt?.getTime() === dueAt?.getTime() && enrolment.nodeListens.length > 0
  Object.assign(enrolment, { state: 'waiting', dueAt, nodeListens: listens, callId: null })
  enrolment.heldBy = heldBy ?? null
  if (note || !waitedOn) {
    trace(
      walk,
      heldBy ? 'held' : 'waiting',
      note ?? { code: 'waiting-until', params: { at: dueAt?.toISOString() ?? null } },
    )
  }
  return false
}

function ask(walk: Walk, { request, note }: StepOf<'call'>): boolean {
  const { enrolment, calls } = walk
  const callId = newId()
  calls.push({
    id: callId,
    enrolmentId: enrolment.id,
    nodeId: enrolment.nodeId,
    visit: enrolment.visit,
    request,
  })
  Object.assign(enrolment, { state: 'calling', callId, dueAt: null, nodeListens: [] })
  trace(walk, 'waiting', note ?? { code: 'call-started', params: { url: request.url } })
  return false
}
