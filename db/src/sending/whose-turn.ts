import type { Besides } from '../rule/select-matching'

/** Those of some zones; null among them stands for people without one. Null: everybody. */
export const ofZones =
  (zones: readonly (string | null)[] | null): Besides =>
  (params) => {
    if (zones === null) return 'true'
    const named = zones.filter((zone) => zone !== null)
    const known = `c.time_zone = any(${params.add(named, 'text[]')})`
    return zones.includes(null) ? `(${known} or c.time_zone is null)` : known
  }

/** Those who have not been handed over yet for an occurrence of a line. */
export const notQueued =
  (ruleId: string, at: Date): Besides =>
  (params) =>
    `not exists (select 1 from due_queue q where q.workspace_id = c.workspace_id
      and q.rule_id = ${params.add(ruleId, 'uuid')} and q.contact_id = c.id and q.crossing = ${params.add(at, 'timestamptz')})`

/**
 * Those with one of these dates: each year's as `MM-DD`, or whole ones. Of a date of one's own that has a time, the
 * date it is written with counts: a birthday sent as midnight of London is no day earlier in New York.
 */
export const withDay =
  (field: string, days: readonly string[]): Besides =>
  (params) => {
    const wanted = params.add([...days], 'text[]')
    if (field === 'birthday')
      return `(to_char(c.birthday, 'MM-DD') = any(${wanted}) or to_char(c.birthday, 'YYYY-MM-DD') = any(${wanted}))`
    const text =
      field === 'createdAt'
        ? `to_char(c.created_at, 'YYYY-MM-DD')`
        : `left(c.traits ->> ${params.add(field.replace(/^traits\./, ''), 'text')}, 10)`
    return `(${text} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and (substr(${text}, 6) = any(${wanted}) or ${text} = any(${wanted})))`
  }

/** All of these hold. */
export const allOf =
  (...conditions: Besides[]): Besides =>
  (params) =>
    conditions.map((condition) => condition(params)).join(' and ')
