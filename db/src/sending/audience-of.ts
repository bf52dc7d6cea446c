import type { Plan } from '@relance/core/plan/plan'
import type { Rule } from '@relance/core/rule/rule'
import { daysOf } from '@relance/core/sending/days-of'
import { type Pace, type PaceChoice, paceOf } from '@relance/core/sending/pace'
import type { Besides } from '../rule/select-matching'
import { withDay } from './whose-turn'

/** Whom one occurrence of a schedule is for. */
export interface Audience {
  rule: Rule
  besides?: Besides
  /** How an entry by it is told apart from every other. */
  key: string
}

/** Whom an occurrence is for; of a segment's scenario, those who were in it already. */
export function audienceOf({ nodes, entry }: Plan, at: Date, timeZone: string): Audience {
  const { type, config = {} } = nodes[entry] ?? {}
  const key = `at:${at.toISOString()}`
  if (type === 'on-segment') return { rule: { segment: String(config.segment), member: true }, key }
  if (type !== 'on-date') return { rule: (config.audience as Rule | null) ?? { and: [] }, key }
  const repeat = config.repeat === 'once' ? 'once' : 'yearly'
  const { days, year } = daysOf(at, timeZone, { offset: String(config.offset ?? 'P0D'), repeat })
  return {
    // The filter is asked of each under their lock, as every trigger's is.
    rule: { and: [] },
    besides: withDay(String(config.field), days),
    key: repeat === 'yearly' ? `year:${year}` : key,
  }
}

/** How many people a minute a plan's trigger lets in, of an audience of `total`; null: all at once. */
export const paceOfPlan = ({ nodes, entry }: Plan, total: number): Pace =>
  paceOf((nodes[entry]?.config ?? {}) as PaceChoice, total)
