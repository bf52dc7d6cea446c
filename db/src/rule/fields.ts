import type { FieldKind } from '@relance/core/contact/contact-field'
import { builtIn } from '@relance/core/contact/contact-fields'
import { activityFieldSql } from './activity-fields'
import { behaviourFieldSql } from './behaviour-fields'
import type { RuleMoment } from './rule-moment'
import type { SqlParams } from './sql-text'

/** A value inside a rule's SQL: of a column's own kind, or JSON as it was sent. */
export interface Operand {
  kind: Exclude<FieldKind, 'list'> | 'json'
  sql: string
}

type FieldSql = (params: SqlParams, moment: RuleMoment) => string

const column =
  (sql: string): FieldSql =>
  () =>
    sql

/** The enrolment's cart, else the open one touched last. */
const cart =
  (sql: string): FieldSql =>
  (params, { enrolment }) => {
    const whose = 'k.workspace_id = c.workspace_id and k.contact_id = c.id'
    return enrolment?.cartId
      ? `(select ${sql} from carts k where ${whose} and k.cart_id = ${params.add(enrolment.cartId, 'text')})`
      : `(select ${sql} from carts k where ${whose} and k.state = 'open' order by k.last_activity_at desc limit 1)`
  }

/** As the scores stood at the rule's instant: as they are, or what they were before. */
const score =
  (sql: string): FieldSql =>
  (params, { now }) => {
    const at = params.add(now, 'timestamptz')
    return `(select case when x.scored_at <= ${at} then (select ${sql} from (select x.r, x.f, x.m, x.percentile) z)
      else (select ${sql} from score_history z where z.workspace_id = x.workspace_id and z.contact_id = x.contact_id
        and z.at <= ${at} order by z.at desc limit 1) end
      from contact_scores x where x.workspace_id = c.workspace_id and x.contact_id = c.id)`
  }

const average = 's.revenue_cents::float8 / nullif(s.orders_count, 0)'

/** Where a rule finds each field that every contact has; `c` is the contact, `s` its computed fields. */
const fieldSql: Readonly<Record<string, FieldSql>> = {
  externalId: column('c.external_id'),
  email: column('c.email_normal'),
  phone: column('c.phone'),
  firstName: column('c.first_name'),
  lastName: column('c.last_name'),
  locale: column('c.locale'),
  timeZone: column('c.time_zone'),
  birthday: column('c.birthday'),
  createdAt: column('c.created_at'),
  lastVisitAt: column('s.last_visit_at'),
  lastOrderAt: column('s.last_order_at'),
  lastOpenAt: column('s.last_open_at'),
  lastClickAt: column('s.last_click_at'),
  firstOrderAt: column('s.first_order_at'),
  visitsCount: column('s.visits_count'),
  ordersCount: column('s.orders_count'),
  revenueCents: column('s.revenue_cents'),
  averageOrderCents: column(average),
  usualVisitGapDays: column('s.usual_visit_gap_days'),
  usualOrderGapDays: column('s.usual_order_gap_days'),
  lastSection: column('s.last_section'),
  ...activityFieldSql,
  ...behaviourFieldSql,
  'cart.lines': cart('k.lines_count'),
  // In currency units, as events have it; `cart.valueCents` is the same in cents.
  'cart.value': cart('k.value_cents / 100.0'),
  'cart.valueCents': cart('k.value_cents'),
  'rfm.r': score('z.r'),
  'rfm.f': score('z.f'),
  'rfm.m': score('z.m'),
  'rfm.total': score('z.r + z.f + z.m'),
  'rfm.percentile': score('z.percentile'),
  'rfm.currentValue': score('z.f * z.m'),
  'rfm.potentialValue': score('z.r'),
}

const ownKinds: Readonly<Record<string, FieldKind>> = {
  averageOrderCents: 'money',
  'cart.value': 'number',
}

/** Fields every contact has by itself and a rule can ask for, with their kinds; traits come on top. */
export const ruleFields: readonly { field: string; kind: FieldKind }[] = Object.keys(fieldSql).map(
  (field) => ({
    field,
    kind: ownKinds[field] ?? builtIn(field)?.kind ?? 'text',
  }),
)

/** The SQL of a field; a name that is none of ours is a trait, `traits.<name>` always is. */
export function contactOperand(field: string, params: SqlParams, moment: RuleMoment): Operand {
  const known = Object.hasOwn(fieldSql, field) ? fieldSql[field] : undefined
  if (known) {
    const kind = ownKinds[field] ?? builtIn(field)?.kind ?? 'text'
    return { kind: kind === 'list' ? 'json' : kind, sql: known(params, moment) }
  }
  return jsonOperand('c.traits', field.replace(/^traits\./, ''), params)
}

/**
 * A key of a JSON object; with dots, a path into it where there is no such key. A path that goes through a list leads
 * to the list of what it finds: `products.category`.
 */
export function jsonOperand(object: string, key: string, params: SqlParams): Operand {
  const whole = `${object} -> ${params.add(key, 'text')}`
  if (!key.includes('.')) return { kind: 'json', sql: `(${whole})` }
  const names = key.split('.')
  return {
    kind: 'json',
    sql: `coalesce(${whole}, ${object} #> ${params.add(names, 'text[]')},
      nullif(jsonb_path_query_array(${object}, ${params.add(throughLists(names), 'jsonpath')}), '[]'))`,
  }
}

/** A path in Postgres' own words, which opens lists on its way but not the one it leads to. */
const throughLists = (names: string[]) =>
  `lax $.${names.map((name) => JSON.stringify(name)).join('.')}`
