import type { Rule } from '@relance/core/rule/rule'
import type { Crowd } from './crowd'

/**
 * The segments of a workspace, by id, as a rule may ask for them: null where the table of members answers, the
 * segment's own rule while its members are still being gathered.
 */
export type SegmentGround = ReadonlyMap<string, Rule | null>

/** The enrolment a rule is asked for: what `since`, `of` and `cart.…` refer to. */
export interface RuleEnrolment {
  id: string
  flowId: string
  enteredAt: Date
  anchorAt: Date
  /** The cart it is about; null where about none. */
  cartId: string | null
  /** When the contact last left each node. */
  leftAt: Record<string, Date>
}

/** The instant a rule is asked at, and the zone its local dates and months go by. */
export interface RuleMoment {
  now: Date
  /** IANA name. */
  timeZone: string
  enrolment?: RuleEnrolment
  /** Needed by a rule that speaks of segments: see `withSegments`. */
  segments?: SegmentGround
  /** Where the rule is asked of everybody in one statement: what it works out for all of them at once. */
  crowd?: Crowd
}

/** One contact at one instant. */
export interface RuleSubject extends RuleMoment {
  contactId: string
}
