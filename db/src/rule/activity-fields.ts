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

const inactivity = (params: SqlParams, { now }: RuleMoment) => {
  const at = params.add(now, 'timestamptz')
  return `(select inactivity_kind(count(*) filter (where e.name = 'Email Delivered'),
      count(*) filter (where e.name in ('Email Opened', 'Email Link Clicked')),
      count(*) filter (where e.name = 'Order Completed'), (select w.settings ${SHOP}))
    from events e where e.workspace_id = c.workspace_id and e.contact_id = c.id
      and e.name in ('Email Delivered', 'Email Opened', 'Email Link Clicked', 'Order Completed') and e.at <= ${at}
      and e.at > (select days_before(${at}, reaction_window(w.settings), w.time_zone) ${SHOP}))`
}

/** As the list of chances of return has it that was made last. */
const returns = (column: 'chance' | 'rank') =>
  `(select x.${column} from contact_returns x where x.workspace_id = c.workspace_id and x.contact_id = c.id)`

/** Where a rule finds what is known of somebody's activity; `c` is the contact, `s` its computed fields. */
export const activityFieldSql: Readonly<
  Record<string, (params: SqlParams, moment: RuleMoment) => string>
> = {
  lastInteractionAt: () => 's.last_interaction_at',
  ladder,
  ladderSince,
  declining: (params, moment) => `(${decline(params, moment)} is not null)::text`,
  decliningReason: decline,
  inactivity,
  returnChance: () => returns('chance'),
  returnRank: () => returns('rank'),
}
