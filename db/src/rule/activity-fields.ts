import type { RuleMoment } from './rule-moment'
import type { SqlParams } from './sql-text'

const SHOP = `from workspaces w where w.id = nullif(current_setting('app.workspace', true), '')::uuid`

/** The instant at or before which a last interaction puts somebody on a rung, or below it. Asked once a statement. */
const limit = (rung: string, params: SqlParams, { now }: RuleMoment) =>
  `(select days_before(${params.add(now, 'timestamptz')}, ladder_days(w.settings, '${rung}'), w.time_zone) ${SHOP})`

/** The rung at the rule's instant: reckoned, not stored, so that it is right at any moment, also a past one. */
const ladder = (params: SqlParams, moment: RuleMoment) => `case
  when s.active_at > ${limit('at-risk', params, moment)} then 'active'
  when s.active_at > ${limit('dormant', params, moment)} then 'at-risk'
  when s.active_at > ${limit('lost', params, moment)} then 'dormant'
  else 'lost' end`

const ladderSince = (params: SqlParams, moment: RuleMoment) =>
  `ladder_since(s, ${ladder(params, moment)}, (select w.settings ${SHOP}), (select w.time_zone ${SHOP}),
    ${params.add(moment.now, 'timestamptz')})`

const decline = (params: SqlParams, { now }: RuleMoment) =>
  `decline_reason(s.gap_due_at, s.basket_ratio, ${params.add(now, 'timestamptz')}, (select w.settings ${SHOP}))`

/** Where a rule finds what is known of somebody's activity; `c` is the contact, `s` its computed fields. */
export const activityFieldSql: Readonly<
  Record<string, (params: SqlParams, moment: RuleMoment) => string>
> = {
  lastInteractionAt: () => 's.last_interaction_at',
  ladder,
  ladderSince,
  declining: (params, moment) => `(${decline(params, moment)} is not null)::text`,
  decliningReason: decline,
}
