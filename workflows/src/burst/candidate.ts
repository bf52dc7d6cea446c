import type { Plan } from '@relance/core/plan/plan'
import type { Note } from '@relance/nodes/kit/step'

/** Who is to enter what, and why. */
export interface Candidate {
  plan: Plan
  contactId: string
  /** What makes this entry one: the cart, the order, the crossing. Empty where the contact itself is. */
  key: string
  anchorAt: Date
  data: Record<string, unknown>
  cause: Note
  /** Asked apart from the trigger's filter: only who can be reached may enter. */
  mustBeReachable?: boolean
  /** Set when a named end lets the contact in again at once: re-entry is not asked. */
  atOnce?: boolean
}
