import { getClock } from '../clock/workspace-clock'
import type { Tx } from '../connection/scope'
import { getPlan } from '../flow/live-flows'
import { compileCrowd } from '../rule/compile-crowd'
import { SqlParams } from '../rule/sql-text'
import { withSegments } from '../rule/with-segments'
import { audienceOf } from './audience-of'

/** A sending, as what is still to come of it needs it. */
export interface OpenSending {
  id: string
  flowId: string
  version: number
  ruleId: string
  at: Date
  /** When the last of its audience was handed over; null: some are still to be. */
  queuedAt: Date | null
}

/** Contacts as a statement: what stands behind `with`, and `found`, a query of their ids. */
interface Found {
  tables: readonly string[]
  found: string
  params: SqlParams
}

/** One page of those who are still to be let in, by id, and how many they are in all. */
export async function pageToCome(
  tx: Tx,
  sending: OpenSending,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ count: number; contactIds: string[] }> {
  const { tables, found, params } = await findToCome(tx, sending)
  const cursor = after ? `where id > ${params.add(after, 'uuid')}` : ''
  const [row] = await tx.sql.unsafe<{ count: number; contactIds: string[] }[]>(
    `with ${[...tables, `found as materialized (${found})`].join(', ')}
     select (select count(*)::int from found) as count,
       array(select id from found ${cursor} order by id limit ${params.add(limit, 'bigint')}) as "contactIds"`,
    params.values,
    { prepare: true },
  )
  return { count: row?.count ?? 0, contactIds: row?.contactIds ?? [] }
}

/** Notes everybody who is still to be let in as spared; how many they are. The caller lets nobody in meanwhile. */
export async function spareToCome(tx: Tx, sending: OpenSending, now: Date): Promise<number> {
  const { tables, found, params } = await findToCome(tx, sending)
  const [workspace, id] = [params.add(tx.workspaceId, 'uuid'), params.add(sending.id, 'uuid')]
  const rows = await tx.sql.unsafe<{ spared: number }[]>(
    `with ${[
      ...tables,
      `found as materialized (${found})`,
      `noted as (
        insert into sending_missed (workspace_id, sending_id, contact_id, reason, at)
        select ${workspace}, ${id}, id, 'cancelled', ${params.add(now, 'timestamptz')} from found
        on conflict do nothing returning 1)`,
    ].join(', ')}
     select count(*)::int as spared from noted`,
    params.values,
    { prepare: true },
  )
  return rows[0]?.spared ?? 0
}

/** Those in the queue of entries, also set aside by a pause, and whoever of the audience is in no part of it yet. */
async function findToCome(tx: Tx, sending: OpenSending): Promise<Found> {
  const params = new SqlParams()
  const ids = {
    workspace: params.add(tx.workspaceId, 'uuid'),
    rule: params.add(sending.ruleId, 'uuid'),
    at: params.add(sending.at, 'timestamptz'),
  }
  const waiting = `
    select q.contact_id as id from due_queue q
    where q.workspace_id = ${ids.workspace} and q.rule_id = ${ids.rule} and q.crossing = ${ids.at}
      and (q.handled_at is null or q.outcome = 'paused')`
  const plan = sending.queuedAt ? null : await getPlan(tx, sending.flowId, sending.version)
  if (!plan) return { tables: [], found: waiting, params }
  const clock = await getClock(tx)
  const timeZone = plan.settings.timeZone ?? clock.timeZone
  const { rule, besides } = audienceOf(plan, sending.at, timeZone)
  const moment = await withSegments(tx, rule, { now: clock.now, timeZone })
  const { tables, source } = await compileCrowd(tx, rule, moment, params, { isWhole: true })
  const [id, flow] = [params.add(sending.id, 'uuid'), params.add(sending.flowId, 'uuid')]
  // Sets, not a look for each: planned while the tables are small, looks for a hundred thousand ran into their limit.
  const found = `${waiting}
    union (
    select c.id ${source} ${besides ? `and ${besides(params)}` : ''}
    except (
      select q.contact_id from due_queue q
      where q.workspace_id = ${ids.workspace} and q.rule_id = ${ids.rule} and q.crossing = ${ids.at}
      union all
      select e.contact_id from enrolments e
      where e.workspace_id = ${ids.workspace} and e.flow_id = ${flow} and e.entry_data ->> 'sending' = ${id}::text
      union all
      select m.contact_id from sending_missed m
      where m.workspace_id = ${ids.workspace} and m.sending_id = ${id}))`
  return { tables, found, params }
}
