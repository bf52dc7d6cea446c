import { builtIn } from '@relance/core/contact/contact-fields'
import type { EventLeaf, FieldLeaf, Rule } from '@relance/core/rule/rule'
import { passedAt, reachedAt, turnsAt } from '@relance/core/rule/rule-due'
import { isEventLeaf, isFieldLeaf } from '@relance/core/rule/rule-shape'
import { leavesOf } from '@relance/core/rule/walk-rule'
import { localDate, startOfDate } from '@relance/core/time/local-time'
import { behaviourTurnsAt } from '../rule/behaviour-fields'
import { eventSource } from '../rule/event-source'
import { contactOperand } from '../rule/fields'
import { isAgo } from '../rule/literals'
import type { RuleMoment } from '../rule/rule-moment'
import type { SqlParams } from '../rule/sql-text'

/** Something dated of a contact, and when its age will change a leaf's answer. */
export interface Look {
  /** SQL over the contact `c` and its state `s`: an instant, or null. */
  sql: string
  turnsAt: (seen: Date) => Date[]
}

const DAY_MS = 86_400_000

const daily = (params: SqlParams, { now }: RuleMoment): Look => ({
  sql: params.add(now, 'timestamptz'),
  turnsAt: (seen) => [new Date(seen.getTime() + DAY_MS)],
})

/**
 * What time alone can change of a rule, leaf by leaf: dates compared with `{ago}`, events that leave a window, events
 * dated ahead. Of a segment within, its own looks tell. What no single instant tells is looked at once a day.
 */
export const looksOf = (rule: Rule, params: SqlParams, moment: RuleMoment): Look[] =>
  leavesOf(rule).flatMap(({ leaf }) => {
    if (isEventLeaf(leaf)) return eventLooks(leaf, params, moment)
    return isFieldLeaf(leaf) ? fieldLooks(leaf, params, moment) : []
  })

function fieldLooks(leaf: FieldLeaf, params: SqlParams, moment: RuleMoment): Look[] {
  const { op, value } = leaf
  const known = builtIn(leaf.field)
  if (known?.isMovedByTime) return [daily(params, moment)]
  const turns = behaviourTurnsAt[leaf.field]
  if (turns) return [{ sql: turns, turnsAt: (seen) => [seen] }]
  if (value === undefined || Array.isArray(value) || !isAgo(value)) return []
  const { kind, sql } = contactOperand(leaf.field, params, moment)
  const { timeZone } = moment
  if (kind === 'date') {
    // A local date has been that long ago from one midnight on, and no more from the next.
    const turns = (seen: Date) => {
      const date = localDate(seen, timeZone)
      return [date, date.add({ days: 1 })].map((day) =>
        reachedAt(startOfDate(day, timeZone), value.ago, timeZone),
      )
    }
    return [
      { sql: `(${sql})::timestamp at time zone ${params.add(timeZone, 'text')}`, turnsAt: turns },
    ]
  }
  const instant = kind === 'json' ? `rule_instant(${sql}, ${params.add(timeZone, 'text')})` : sql
  return [{ sql: instant, turnsAt: (seen) => turnsAt(op, seen, value.ago, timeZone) }]
}

function eventLooks(leaf: EventLeaf, params: SqlParams, moment: RuleMoment): Look[] {
  const ahead = eventSource(leaf, params, moment, { ahead: true })
  const looks: Look[] = [{ sql: `(select min(e.at) ${ahead})`, turnsAt: (seen) => [seen] }]
  const { within, where } = leaf
  const pivot = within && pivotOf(leaf, params, moment)
  if (pivot)
    looks.push({ sql: pivot, turnsAt: (seen) => [passedAt(seen, within, moment.timeZone)] })
  return where && asksAge(where) ? [...looks, daily(params, moment)] : looks
}

const asksAge = (rule: Rule): boolean =>
  leavesOf(rule).some(
    ({ leaf }) =>
      isFieldLeaf(leaf) &&
      leaf.value !== undefined &&
      !Array.isArray(leaf.value) &&
      isAgo(leaf.value),
  )

/** The event whose leaving the window changes the answer next; null where none can. */
function pivotOf(leaf: EventLeaf, params: SqlParams, moment: RuleMoment): string | null {
  const enough = enoughOf(leaf)
  if (enough !== null && enough <= 0) return null
  const source = eventSource(leaf, params, moment)
  if (source === null) return null
  return enough === null
    ? `(select min(e.at) ${source})`
    : `(select e.at ${source} order by e.at desc offset ${params.add(enough - 1, 'bigint')} limit 1)`
}

/** How many make the difference, where it is only whether there are so many; null where each counts. */
function enoughOf({ count, sum }: EventLeaf): number | null {
  if (sum) return null
  const { op, value } = count ?? { op: '>=', value: 1 }
  if (op === '>=' || op === '<') return Math.ceil(value)
  return op === '>' || op === '<=' ? Math.floor(value) + 1 : null
}
