import type { BehaviourField } from '@relance/core/contact/behaviour-fields'
import type { RuleMoment } from './rule-moment'
import type { SqlParams } from './sql-text'

/** A column of what a function knows of the contact at the rule's instant. */
const known =
  (column: string, source: 'behaviour_labels' | 'interests_of' | 'sections_seen' | 'favourites') =>
  (params: SqlParams, moment: RuleMoment) =>
    `(select f.${column} from ${source}(c.workspace_id, c.id, ${params.add(moment.now, 'timestamptz')}) f)`

/** Where a rule finds what somebody's acts say of them; `c` is the contact, `s` its computed fields. */
export const behaviourFieldSql: Readonly<
  Record<BehaviourField, (params: SqlParams, moment: RuleMoment) => string>
> = {
  labels: known('labels', 'behaviour_labels'),
  interests: known('interests', 'interests_of'),
  sectionsSeen: known('sections', 'sections_seen'),
  favouriteCategory: known('category', 'favourites'),
  favouriteBrand: known('brand', 'favourites'),
  favouriteCreator: known('creator', 'favourites'),
}

/** Of those that time moves, the instant at which it does so next, as SQL. */
export const behaviourTurnsAt: Readonly<Record<string, string>> = {
  labels: 'responsive_until(s)',
}
