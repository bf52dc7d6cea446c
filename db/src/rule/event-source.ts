import { AppError } from '@relance/core/error/app-error'
import type { EventLeaf, Rule } from '@relance/core/rule/rule'
import { subtractFrom } from '@relance/core/time/add-to'
import { combine } from './combine'
import { compare } from './compare'
import { jsonOperand } from './fields'
import type { RuleMoment } from './rule-moment'
import type { SqlParams } from './sql-text'

/**
 * The events `e` a leaf is about, as `from … where …` around the contact `c`: by an index range of
 * (workspace, contact, at), both ends included, then by name and properties.
 * Null when `since` or `of` refer to something that has not been.
 * @param how `ahead`: those dated after now instead, which will count later; `workspace`: everybody's in it, given
 * as SQL, by an index range of (workspace, name, at)
 */
export function eventSource(
  leaf: EventLeaf,
  params: SqlParams,
  moment: RuleMoment,
  { ahead = false, workspace }: { ahead?: boolean; workspace?: string } = {},
): string | null {
  const from = ahead ? null : windowStart(leaf, moment)
  if (from === undefined || (leaf.of && !moment.enrolment)) return null
  const isVisit = leaf.event === 'visit'
  const tests = workspace
    ? [`e.workspace_id = ${workspace}`, isVisit ? 'true' : OF_EVERYBODY]
    : ['e.workspace_id = c.workspace_id', 'e.contact_id = c.id']
  if (!isVisit) tests.push(`e.name = ${params.add(leaf.event, 'text')}`)
  tests.push(`e.at ${ahead ? '>' : '<='} ${params.add(moment.now, 'timestamptz')}`)
  if (from) tests.push(`e.at >= ${params.add(from, 'timestamptz')}`)
  if (leaf.of && moment.enrolment) {
    tests.push(`e.properties ->> 'node_id' = ${params.add(leaf.of, 'text')}`)
    tests.push(`e.properties ->> 'enrolment_id' = ${params.add(moment.enrolment.id, 'text')}`)
  }
  if (leaf.where) tests.push(propertiesTest(leaf.where, params, moment))
  return `from ${isVisit ? VISITS : 'events e'} where ${tests.join(' and ')}`
}

/** What opens the index by name, which only questions about everybody may use: see migration 0053. */
const OF_EVERYBODY = `e.stored_at > '-infinity' and e.contact_id is not null`

/** A visit is a session, dated by its first page. */
const VISITS = `(select w.workspace_id, w.contact_id, w.started_at as at,
  jsonb_build_object('path', w.landing_path, 'referrer', w.referrer, 'pages', w.pages) as properties from web_sessions w) e`

/** The later of `within` and `since`; null: from the beginning; undefined: since something that has not been. */
function windowStart(
  { within, since }: EventLeaf,
  { now, timeZone, enrolment }: RuleMoment,
): Date | null | undefined {
  const starts: Date[] = []
  if (within) starts.push(subtractFrom(now, within, timeZone))
  if (since) {
    const at = sinceInstant(since, enrolment)
    if (!at) return undefined
    starts.push(at)
  }
  return starts.length === 0 ? null : new Date(Math.max(...starts.map((at) => at.getTime())))
}

function sinceInstant(since: string, enrolment: RuleMoment['enrolment']): Date | undefined {
  if (since === 'entry') return enrolment?.enteredAt
  if (since === 'anchor') return enrolment?.anchorAt
  return enrolment && Object.hasOwn(enrolment.leftAt, since) ? enrolment.leftAt[since] : undefined
}

/** A rule over an event's properties. */
function propertiesTest(where: Rule, params: SqlParams, moment: RuleMoment): string {
  return combine(where, (leaf) => {
    if (!('field' in leaf))
      throw new AppError('invalid', 'Inside "where", only properties can be asked for.', {
        field: 'where',
      })
    const key = leaf.field.replace(/^properties\./, '')
    return compare(jsonOperand('e.properties', key, params), leaf, params, moment)
  })
}
