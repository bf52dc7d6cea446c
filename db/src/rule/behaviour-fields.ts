import type { BehaviourField } from '@relance/core/contact/behaviour-fields'
import type { Crowd } from './crowd'
import { crowdFavourite, crowdInterests, crowdSections } from './crowd-behaviour'
import type { RuleMoment } from './rule-moment'
import type { SqlParams } from './sql-text'

type OfCrowd = (crowd: Crowd, params: SqlParams, moment: RuleMoment) => string

/** A column of what a function knows of the contact at the rule's instant; of a crowd, what was worked out for all. */
const known =
  (
    column: string,
    source: 'behaviour_labels' | 'interests_of' | 'sections_seen' | 'favourites',
    ofCrowd?: OfCrowd,
  ) =>
  (params: SqlParams, moment: RuleMoment) =>
    moment.crowd && ofCrowd
      ? ofCrowd(moment.crowd, params, moment)
      : `(select f.${column} from ${source}(c.workspace_id, c.id, ${params.add(moment.now, 'timestamptz')}) f)`

const favourite = (kind: 'category' | 'brand' | 'creator') =>
  known(kind, 'favourites', (...asked) => crowdFavourite(kind, ...asked))

/** Where a rule finds what somebody's acts say of them; `c` is the contact, `s` its computed fields. */
export const behaviourFieldSql: Readonly<
  Record<BehaviourField, (params: SqlParams, moment: RuleMoment) => string>
> = {
  labels: known('labels', 'behaviour_labels'),
  interests: known('interests', 'interests_of', crowdInterests),
  sectionsSeen: known('sections', 'sections_seen', crowdSections),
  favouriteCategory: favourite('category'),
  favouriteBrand: favourite('brand'),
  favouriteCreator: favourite('creator'),
}

/** Of those that time moves, the instant at which it does so next, as SQL. */
export const behaviourTurnsAt: Readonly<Record<string, string>> = {
  labels: 'responsive_until(s)',
}
