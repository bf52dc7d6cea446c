import type { Rule } from '@relance/core/rule/rule'

/** A saved rule, with how many satisfy it. */
export interface Segment {
  id: string
  name: string
  rule: Rule
  /** Raised by each change of the rule. */
  revision: number
  /** Members now; counted by the rule itself while they are still being gathered, unless that takes too long. */
  count: number
  /** Whether everybody is still being asked a new rule. */
  isFilling: boolean
  createdAt: Date
  updatedAt: Date
}

/** What speaks of a segment, and would be wrong without it. */
export interface SegmentUse {
  kind: 'flow' | 'segment' | 'inactivity'
  id: string
  name: string
}

/** A field of a rule that no customer has ever had: the rule can be asked, and will hold for nobody. */
export interface UnknownField {
  /** Where in the request: `rule.and.0`. */
  path: string
  field: string
}
