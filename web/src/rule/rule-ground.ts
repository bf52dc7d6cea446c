import type { Leaf } from '@relance/core/rule/rule-shape'

/** A step of the scenario a rule stands in, as a rule may speak of it. */
export interface RuleStep {
  id: string
  title: string
  /** Whether it sends a message, which events may be about. */
  sends: boolean
}

/** What a rule may speak of where it stands. */
export interface RuleGround {
  /** Its fields are a customer's, or an event's own properties. */
  about: 'person' | 'event'
  /** The scenario's other steps; null where the rule stands in none. */
  steps: readonly RuleStep[] | null
  /** The segment the rule is of, which it cannot speak of. */
  segmentId?: string
  /** Conditions that take too long to count, marked as such. */
  slow?: readonly Leaf[]
  /** How deep groups may be added. */
  deepest: number
}
