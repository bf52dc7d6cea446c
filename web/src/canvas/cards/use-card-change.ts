import { useCanvas } from '../canvas-context'
import type { StepChange } from '../store/known-slice'

/** Whether a step is new or changed since the live version; null while that is not painted. */
export const useCardChange = (id: string): StepChange | null =>
  useCanvas((state) => (state.comparing && state.changedSteps.get(id)) || null)
