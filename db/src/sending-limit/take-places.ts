import { type NoPlace, type PlaceAsked, takePlace } from '@relance/core/sending-limit/places'
import { batched } from '../connection/batched'
import type { Tx } from '../connection/scope'
import { type CountRow, LimitCounts, type LimitName, limitsOn } from './limit-counts'
import type { SendingRules } from './sending-rules'

/** A mail to this address that nothing else holds back. */
export interface PlaceOf extends PlaceAsked {
  address: string
  now: Date
  rules: SendingRules
}

/**
 * Takes places among the workspace's limits on sending, for as long as the transaction holds; those without one are
 * told when to come again. One transaction at a time does so, and keeps others waiting until it commits: exact,
 * whoever else sends. So it is asked last, of what would otherwise go.
 */
export const takePlaces = batched<PlaceOf, NoPlace | null>((tx, asked) => {
  const turn = (turns.get(tx.sql) ?? Promise.resolve()).then(() => take(tx, asked))
  turns.set(tx.sql, turn)
  return turn
})

/** The lock keeps out other transactions; within one, a batch must not read before the one before it has written. */
const turns = new WeakMap<Tx['sql'], Promise<(NoPlace | null)[]>>()

async function take(tx: Tx, asked: readonly PlaceOf[]): Promise<(NoPlace | null)[]> {
  const [first] = asked
  if (!first) return []
  const { rules, now } = first
  const names = new Map<string, LimitName>()
  for (const { address } of asked)
    for (const limit of limitsOn(rules, address)) names.set(keyOf(limit), limit)
  const [, rows] = await Promise.all([
    tx.sql`select pg_advisory_xact_lock(2, hashtext(${tx.workspaceId}))`,
    readCounts(tx, [...names.values()]),
  ])
  const countsOf = (limit: LimitName) => {
    const stored = rows.filter((row) => keyOf(row) === keyOf(limit))
    return new LimitCounts(limit, rules, now, stored)
  }
  const counts = new Map([...names].map(([key, limit]) => [key, countsOf(limit)]))
  const answers = asked.map(({ address, ...asks }) =>
    takePlace(
      limitsOn(rules, address).flatMap((limit) => counts.get(keyOf(limit)) ?? []),
      asks,
    ),
  )
  await writeCounts(tx, [...counts.values()])
  return answers
}

const keyOf = ({ kind, name }: Pick<LimitName, 'kind' | 'name'>) => `${kind}:${name}`

/** What is stored of these limits. */
export const readCounts = (tx: Tx, limits: readonly LimitName[]) => tx.sql<CountRow[]>`
  select c.kind, c.name, c.starts_at as "startsAt", c.taken, c.promised, c.step
  from unnest(${limits.map(({ kind }) => kind)}::text[], ${limits.map(({ name }) => name)}::text[]) as k(kind, name)
  join sending_counts c on c.workspace_id = ${tx.workspaceId} and c.kind = k.kind and c.name = k.name`

/** Writes what has changed; what is older than the windows of now is of no use any more. */
async function writeCounts(tx: Tx, counts: readonly LimitCounts[]): Promise<void> {
  const rows = counts.flatMap((one) => one.changed())
  const over = counts.flatMap((one) => (one.changed().length > 0 ? one.over() : []))
  await Promise.all([
    tx.sql`
      insert into sending_counts as c (workspace_id, kind, name, starts_at, taken, promised, step)
      select ${tx.workspaceId}, kind, name, "startsAt", taken, promised, step
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(kind text, name text, "startsAt" timestamptz, taken integer, promised integer, step integer)
      on conflict (workspace_id, kind, name, starts_at) do update
        set taken = excluded.taken, promised = excluded.promised, step = excluded.step`,
    over.length > 0 &&
      tx.sql`
        delete from sending_counts c using jsonb_to_recordset(${JSON.stringify(over)}::jsonb)
          as r(kind text, name text, "startsAt" timestamptz)
        where c.workspace_id = ${tx.workspaceId} and c.kind = r.kind and c.name = r.name
          and c.starts_at = r."startsAt"`,
  ])
}
