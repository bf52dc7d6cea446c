import type { Signal } from '@relance/core/event/event'
import { offsetParts } from '@relance/core/time/offset-parts'
import type postgres from 'postgres'
import type { Tx } from '../connection/scope'
import { type LatencyMeasure, latencyCrossings, type RankWait } from './latency-line'

/** A time trigger's line: who has been idle on a cart, silent on some signals, or without an order, for so long. */
export interface DueLine {
  offset: string
  signals?: Signal[]
  match?: 'any' | 'all'
  /** Of a latency line: what it is drawn at, and what that came to when it was drawn last. */
  by?: LatencyMeasure
  waits?: RankWait[]
  /** How many of one's own usual gaps. */
  times?: number
}

export interface DueRule {
  id: string
  flowId: string
  version: number
  kind: 'cart' | 'inactive' | 'latency' | 'schedule'
  line: DueLine
  /** ISO duration: how late a crossing that became known afterwards may still be taken. */
  lateness: string
  watermark: Date
  /** From when on its crossings count. */
  since: Date
  cursorAt: Date | null
  cursorContact: string | null
}

const COLUMN: Record<Signal, string> = {
  visit: 'last_visit_at',
  order: 'last_order_at',
  open: 'last_open_at',
  click: 'last_click_at',
}

/** Whose crossings are asked for, and between which instants: `crossing` in (after, until]. */
export interface CrossingRange {
  /** Null: from the beginning. */
  after: Date | null
  until: Date
  /** Only these people; everybody when absent. */
  contactIds?: string[]
}

/**
 * The crossings of a line as a sub-select (contact_id, subject, round, at, crossing), bounded by a range of an index.
 * A signal never seen counts from the contact's creation. Nobody crosses who is merged away, or known by no name.
 */
export function crossings(
  tx: Tx,
  rule: Pick<DueRule, 'kind' | 'line'>,
  timeZone: string,
  range: CrossingRange,
) {
  const { after, until } = range
  return tx.sql`
    select x.* from (${lineCrossings(tx, rule, timeZone, range)}) x
    join contacts c on c.workspace_id = ${tx.workspaceId} and c.id = x.contact_id
    where c.merged_into is null and (c.external_id is not null or c.email is not null)
      and x.crossing <= ${until} and (${after}::timestamptz is null or x.crossing > ${after})`
}

/** Crossings of one line in a range of an index that is wide enough. */
function lineCrossings(
  tx: Tx,
  rule: Pick<DueRule, 'kind' | 'line'>,
  timeZone: string,
  range: CrossingRange,
) {
  const isDrawnAtOffset = rule.kind !== 'latency' || rule.line.by === 'fixed'
  if (!isDrawnAtOffset) return latencyCrossings(tx, rule.line, range)
  const { after, until, contactIds } = range
  const { months, secs } = offsetParts(rule.line.offset)
  const { sql } = tx
  // Months differ in length: the index range is taken wide, the exact instant is asked again outside.
  const slack = months === 0 ? '0' : `${months * 4} days`
  const offset = sql`make_interval(months => ${months}, secs => ${secs})`
  const lower = after
    ? sql`${after}::timestamptz - ${offset} - ${slack}::interval`
    : sql`'-infinity'::timestamptz`
  const upper = sql`${until}::timestamptz - ${offset} + ${slack}::interval`
  const only = contactIds ? sql`contact_id = any(${contactIds}::uuid[])` : sql`true`
  const bounds = { lower, upper, only }
  const lines =
    rule.kind === 'cart' ? cartLines(tx, bounds) : signalLines(tx, rule, bounds, contactIds)
  return sql`
    select l.contact_id, l.subject, l.round, l.at, cross_at(l.at, ${months}, ${secs}, ${timeZone}) as crossing
    from (${lines}) l`
}

type Fragment = postgres.PendingQuery<postgres.Row[]>
type Bounds = Record<'lower' | 'upper' | 'only', Fragment>

const cartLines = ({ sql, workspaceId }: Tx, { lower, upper, only }: Bounds) => sql`
  select contact_id, cart_id as subject, round, last_activity_at as at from carts
  where workspace_id = ${workspaceId} and state = 'open' and lines_count > 0
    and last_activity_at >= ${lower} and last_activity_at <= ${upper} and ${only}`

function signalLines(
  tx: Tx,
  { kind, line }: Pick<DueRule, 'kind' | 'line'>,
  bounds: Bounds,
  contactIds?: string[],
) {
  const { sql, workspaceId } = tx
  const columns = (line.signals ?? ['visit']).map((signal) => COLUMN[signal])
  // As the indexes say it. Not coalesce: row-level security would not let it choose an index.
  const seen = columns.map(
    (column) => `case when ${column} is null then created_at else ${column} end`,
  )
  const at = sql.unsafe(`${line.match === 'any' ? 'least' : 'greatest'}(${seen.join(', ')})`)
  return sql`
    select contact_id, '' as subject, 1 as round, ${at} as at from contact_state
    where workspace_id = ${workspaceId} and ${contactIds ? bounds.only : mayCross(tx, seen, bounds)}
      ${kind === 'latency' ? sql`and orders_count > 0` : sql``}`
}

/** The crossing's field is one of these: a range of its index, or of each one's, asked again over all. */
function mayCross({ sql, workspaceId }: Tx, fields: string[], { lower, upper }: Bounds): Fragment {
  const within = (field: string) =>
    sql`${sql.unsafe(field)} >= ${lower} and ${sql.unsafe(field)} <= ${upper}`
  const [single, ...others] = fields
  if (single && others.length === 0) return within(single)
  const ranges = fields
    .map(
      (field) =>
        sql`select contact_id from contact_state where workspace_id = ${workspaceId} and ${within(field)}`,
    )
    .reduce((all, range) => sql`${all} union ${range}`)
  return sql`contact_id in (${ranges})`
}
