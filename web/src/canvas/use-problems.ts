import type { Problem } from '@relance/core/plan/problem'
import { useCanvas } from './canvas-context'

/** What there is to mend: what the server said, then what is found here after each act. */
export const useProblems = (): Problem[] => useCanvas((state) => state.problems)

/** The worst problem of one step. */
export const useStepProblem = (id: string): Problem | undefined =>
  useCanvas((state) => state.worstProblems.get(id))
