import { useCanvas } from '../canvas-context'
import type { StepChange } from '../store/known-slice'

/** Whether a step is new or changed since the live version. */
export const useCardChange = (id: string): StepChange | null =>
  useCanvas((state) => state.changedSteps.get(id) ?? null)
