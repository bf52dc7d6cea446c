import type { InactivityDefinition, SilenceSignal } from '@relance/core/activity/inactivity'
import { offsetParts } from '@relance/core/time/offset-parts'
import { compileRule } from '../rule/compile-rule'
import type { RuleMoment } from '../rule/rule-moment'
import type { SqlParams } from '../rule/sql-text'

/** What signals there were of a contact `c` with the computed fields `s`; null where there was none. */
const SEEN: Readonly<Record<SilenceSignal, string>> = {
  visit: 's.last_visit_at',
  order: 's.last_order_at',
  open: 's.last_open_at',
  click: 's.last_click_at',
  app: `(select max(e.at) from events e where e.workspace_id = c.workspace_id and e.contact_id = c.id
    and e.name = 'Application Opened')`,
}

/**
 * Which definition decides about a contact `c`, as its place in the list, if they are inactive by it at the moment;
 * null: they are not. A case over all definitions: the first that is about somebody wins, also where it says no.
 */
export function inactivitySql(
  definitions: readonly InactivityDefinition[],
  params: SqlParams,
  moment: RuleMoment,
): string {
  const byPriority = definitions
    .map((definition, place) => ({ definition, place }))
    .sort((one, other) => one.definition.priority - other.definition.priority)
  const cases = byPriority.map(
    ({ definition, place }) =>
      `when ${isAbout(definition, params, moment)} then case when ${isSilent(definition, params, moment)} then ${place} end`,
  )
  return cases.length === 0 ? 'null::integer' : `case ${cases.join(' ')} end`
}

function isAbout(
  { appliesTo, category }: InactivityDefinition,
  params: SqlParams,
  moment: RuleMoment,
) {
  const tests = ['true']
  if (appliesTo) tests.push(`(${compileRule(appliesTo, moment, params).text})`)
  if (category)
    tests.push(`exists (select 1 from orders o
      join order_lines l on l.workspace_id = o.workspace_id and l.order_id = o.order_id
      join products p on p.workspace_id = l.workspace_id and p.product_id = l.product_id
      where o.workspace_id = c.workspace_id and o.contact_id = c.id and p.category = ${params.add(category, 'text')})`)
  return tests.join(' and ')
}

function isSilent(definition: InactivityDefinition, params: SqlParams, moment: RuleMoment): string {
  const { signals, match, graceDays, graceMessages } = definition
  const seen = signals.map((signal) => `coalesce(${SEEN[signal]}, s.created_at)`)
  const last = `${match === 'all' ? 'greatest' : 'least'}(${seen.join(', ')})`
  const { months, secs } = offsetParts(definition.for)
  const zone = params.add(moment.timeZone, 'text')
  const now = params.add(moment.now, 'timestamptz')
  const today = `(${now} at time zone ${zone})::date`
  const tests = [
    `(${last} at time zone ${zone})::date + make_interval(months => ${months}, days => ${Math.ceil(secs / 86_400)}) <= ${today}`,
  ]
  if (graceDays > 0)
    tests.push(`(s.created_at at time zone ${zone})::date + ${graceDays} <= ${today}`)
  if (graceMessages > 0)
    tests.push(`(select count(*) from events e where e.workspace_id = c.workspace_id and e.contact_id = c.id
      and e.name = 'Email Delivered') >= ${graceMessages}`)
  return tests.join(' and ')
}
