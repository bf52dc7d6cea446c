import type { Crowd } from './crowd'
import type { RuleMoment } from './rule-moment'
import type { SqlParams } from './sql-text'

/*
 * What migration 0046 says of one contact (`tastes`, `favourites`, `interests_of`, `sections_seen`), of everybody at
 * once. The random rules of agreement.test.ts hold the two together.
 */

type Kind = 'category' | 'brand' | 'creator'

const at = (params: SqlParams, { now }: RuleMoment) => params.add(now, 'timestamptz')

/** The contacts a table is for, before what they did: `from … where` of rows `alias` of theirs. */
function fromTheirs(crowd: Crowd, rows: string, alias: string): string {
  const among = crowd.among()
  const whose = among ? `${among} k join ${rows} on ${alias}.contact_id = k.id` : rows
  return `from ${whose} where ${alias}.workspace_id = ${crowd.workspace}`
}

/**
 * Products bought and looked at up to the rule's instant, one a row. Read anew by each that counts them: a table kept
 * aside would be read by one process alone.
 */
const had = (crowd: Crowd, params: SqlParams, moment: RuleMoment) =>
  crowd.table(
    'had',
    () => `not materialized (
    select o.contact_id, l.product_id, l.quantity as bought, 0 as seen, o.at
    ${fromTheirs(crowd, 'orders o join order_lines l on l.workspace_id = o.workspace_id and l.order_id = o.order_id', 'o')}
      and o.at <= ${at(params, moment)} and l.product_id is not null
      and (o.refunded_cents = 0 or o.refunded_cents < o.revenue_cents)
    union all
    select e.contact_id, coalesce(e.properties ->> 'product_id', e.properties ->> 'productId', e.properties ->> 'id', e.properties ->> 'sku'),
      0, 1, e.at
    ${fromTheirs(crowd, 'events e', 'e')} and e.contact_id is not null
      and e.name in ('Product Viewed', 'Product Added') and e.at <= ${at(params, moment)})`,
  )

const favourites = (kind: Kind, crowd: Crowd, params: SqlParams, moment: RuleMoment) => `
  select distinct on (t.contact_id) t.contact_id, t.value from (
    select h.contact_id, p.${kind} as value, sum(h.bought) as bought, sum(h.seen) as seen, max(h.at) as last_at
    from ${had(crowd, params, moment)} h
    join products p on p.workspace_id = ${crowd.workspace} and p.product_id = h.product_id
    where p.${kind} <> '' group by 1, 2) t
  order by t.contact_id, t.bought desc, t.seen desc, t.last_at desc, t.value collate "C"`

/** The section seen most of in the last ten visits. */
const sections = (others: string, crowd: Crowd, params: SqlParams, moment: RuleMoment) => `
  select distinct on (v.contact_id) v.contact_id, v.value from (
    select w.contact_id, e.key as value, sum(e.value::integer) as pages, max(w.last_at) as last_at from (
      select w.contact_id, w.sections, w.last_at,
        row_number() over (partition by w.contact_id order by w.started_at desc) as place
      ${fromTheirs(crowd, 'web_sessions w', 'w')} and w.started_at <= ${at(params, moment)}
        and not exists (select 1 from ${others} x where x.contact_id = w.contact_id)) w
    cross join jsonb_each_text(w.sections) e where w.place <= 10 group by 1, 2) v
  order by v.contact_id, v.pages desc, v.last_at desc, v.value collate "C"`

/** A favourite of everybody who has one. */
export function crowdFavourite(kind: Kind, crowd: Crowd, params: SqlParams, moment: RuleMoment) {
  if (kind !== 'category')
    return `${crowd.beside(kind, () => `materialized (${favourites(kind, crowd, params, moment)})`)}.value`
  const name = crowd.beside('category or section', () => {
    const byProducts = crowd.table(
      kind,
      () => `materialized (${favourites(kind, crowd, params, moment)})`,
    )
    return `materialized (select contact_id, value from ${byProducts}
      union all (${sections(byProducts, crowd, params, moment)}))`
  })
  return `${name}.value`
}

/** Interests one by one, some more than once; `test` is about each as `value`. */
const interests = (
  test: (value: string) => string,
  crowd: Crowd,
  params: SqlParams,
  moment: RuleMoment,
) => {
  const among = crowd.among()
  return `
    select h.contact_id, p.category as value from ${had(crowd, params, moment)} h
    join products p on p.workspace_id = ${crowd.workspace} and p.product_id = h.product_id where ${test('p.category')}
    union all
    select i.id, said.value from contacts i ${among ? `join ${among} k on k.id = i.id` : ''}
    cross join jsonb_array_elements_text(case jsonb_typeof(i.traits -> 'interests')
      when 'array' then i.traits -> 'interests' else jsonb_build_array(i.traits -> 'interests') end) as said(value)
    where i.workspace_id = ${crowd.workspace} and jsonb_typeof(i.traits -> 'interests') in ('array', 'string')
      and ${test('said.value')}`
}

/** The interests of everybody who has some, as a list. */
export const crowdInterests = (crowd: Crowd, params: SqlParams, moment: RuleMoment) =>
  `${crowd.beside(
    'interests',
    () => `materialized (select contact_id, jsonb_agg(distinct value) as interests from (
      ${interests((value) => `${value} <> ''`, crowd, params, moment)}) x group by 1)`,
  )}.interests`

/** Whether one thing is among somebody's interests, as SQL that is true or false. */
export function crowdHasInterest(
  wanted: string,
  crowd: Crowd,
  params: SqlParams,
  moment: RuleMoment,
) {
  // No interest is an empty text.
  const test = (value: string) => `${value} = ${params.add(wanted, 'text')} and ${value} <> ''`
  const name = crowd.beside(
    `interest ${wanted}`,
    () =>
      `materialized (select distinct contact_id from (${interests(test, crowd, params, moment)}) x)`,
  )
  return `${name}.contact_id is not null`
}

/** The sections that everybody has seen who has seen some, as a list. */
export const crowdSections = (crowd: Crowd, params: SqlParams, moment: RuleMoment) =>
  `${crowd.beside(
    'sections',
    () => `materialized (select w.contact_id, jsonb_agg(distinct e.key) as sections
      ${fromTheirs(crowd, 'web_sessions w cross join jsonb_object_keys(w.sections) as e(key)', 'w')}
        and w.started_at <= ${at(params, moment)} group by 1)`,
  )}.sections`
