import type { Rule } from '@relance/core/rule/rule'
import { combine } from './combine'
import { leafCondition } from './compile-leaf'
import type { RuleMoment, SegmentGround } from './rule-moment'
import { SqlParams } from './sql-text'

/**
 * A rule as one SQL condition over the contact `c` (contacts) and its computed fields `s` (contact_state).
 * The text depends on the rule's form only, so that it is prepared once; instants and values are parameters.
 * @param params collects the parameters; give one that holds some already to go on numbering
 * @throws AppError invalid for a rule that can never be asked
 */
export const compileRule = (
  rule: Rule,
  moment: RuleMoment,
  params = new SqlParams(),
): { text: string; params: SqlParams } => ({
  text: combine(rule, (leaf) => leafCondition(leaf, params, moment)),
  params,
})

/** Throws AppError invalid, with the field, when a rule can never be asked: for whoever is about to publish it. */
export const checkRule = (rule: Rule, timeZone: string, segments?: SegmentGround): void =>
  void compileRule(rule, { now: new Date(0), timeZone, segments })
