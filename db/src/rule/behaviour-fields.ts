import type { BehaviourField } from '@relance/core/contact/behaviour-fields'
import type { RuleMoment } from './rule-moment'
import type { SqlParams } from './sql-text'

const favourite =
  (column: 'category' | 'brand' | 'creator') => (params: SqlParams, moment: RuleMoment) =>
    `(select f.${column} from favourites(c.workspace_id, c.id, ${params.add(moment.now, 'timestamptz')}) f)`

/** Where a rule finds what somebody's acts say of them; `c` is the contact, `s` its computed fields. */
export const behaviourFieldSql: Readonly<
  Record<BehaviourField, (params: SqlParams, moment: RuleMoment) => string>
> = {
  labels: (params, { now }) => `behaviour_labels(s, ${params.add(now, 'timestamptz')})`,
  interests: (params, { now }) => `interests_of(c, ${params.add(now, 'timestamptz')})`,
  sectionsSeen: (params, { now }) =>
    `sections_seen(c.workspace_id, c.id, ${params.add(now, 'timestamptz')})`,
  favouriteCategory: favourite('category'),
  favouriteBrand: favourite('brand'),
  favouriteCreator: favourite('creator'),
}

/** Of those that time moves, the instant at which it does so next, as SQL. */
export const behaviourTurnsAt: Readonly<Record<string, string>> = {
  labels: 'responsive_until(s)',
}
