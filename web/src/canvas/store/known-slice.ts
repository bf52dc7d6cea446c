import type { Problem } from '@relance/core/plan/problem'
import type { StateCreator } from 'zustand'
import type { FlowStats } from '../../api/types'
import type { Change } from '../document/compare-drafts'
import { type LiveScale, liveScale } from '../live-scale'
import type { CanvasState } from './canvas-store'

/** How a step differs from the live version. */
export type StepChange = 'new' | 'changed'

/**
 * What is known of the steps beside how they are drawn, kept up to date by `KnownWatch`: each card reads its own part,
 * where asking the query cache a thousand times took longer than drawing.
 */
export interface KnownSlice {
  /** What there is to mend. */
  problems: Problem[]
  /** The worst problem of each step that has one; the same object as long as it says the same. */
  worstProblems: ReadonlyMap<string, Problem>
  /** What the draft changes against the live version. */
  changes: Change[]
  changedSteps: ReadonlyMap<string, StepChange>
  /** Figures, once they are there. */
  stats: FlowStats | undefined
  scale: LiveScale | undefined
  learnProblems: (problems: Problem[]) => void
  learnChanges: (changes: Change[]) => void
  learnStats: (stats: FlowStats | undefined) => void
}

export const knownSlice: StateCreator<CanvasState, [], [], KnownSlice> = (set) => ({
  problems: [],
  worstProblems: new Map(),
  changes: [],
  changedSteps: new Map(),
  stats: undefined,
  scale: undefined,
  learnProblems: (problems) =>
    set((state) =>
      state.problems === problems
        ? state
        : { problems, worstProblems: worstOf(problems, state.worstProblems) },
    ),
  learnChanges: (changes) =>
    set((state) =>
      state.changes === changes ? state : { changes, changedSteps: stepsIn(changes) },
    ),
  learnStats: (stats) =>
    set((state) =>
      state.stats === stats ? state : { stats, scale: stats && scaleOf(stats, state.scale) },
    ),
})

const rank = { fix: 0, tip: 1 }

function worstOf(problems: Problem[], before: ReadonlyMap<string, Problem>) {
  const worst = new Map<string, Problem>()
  for (const problem of problems) {
    if (!problem.nodeId) continue
    const known = worst.get(problem.nodeId)
    if (!known || rank[problem.severity] < rank[known.severity]) worst.set(problem.nodeId, problem)
  }
  for (const [id, problem] of worst) {
    const old = before.get(id)
    if (old?.code === problem.code && old.message === problem.message) worst.set(id, old)
  }
  return worst
}

function stepsIn(changes: Change[]) {
  const steps = new Map<string, StepChange>()
  for (const change of changes) {
    if (change.kind === 'added') steps.set(change.nodeId, 'new')
    else if (change.kind === 'changed') steps.set(change.nodeId, 'changed')
  }
  return steps
}

function scaleOf(stats: FlowStats, before: LiveScale | undefined) {
  const scale = liveScale(stats)
  return before?.exit === scale.exit && before.waiting === scale.waiting ? before : scale
}
