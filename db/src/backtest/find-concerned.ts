import { planAfresh } from '../connection/plan-afresh'
import type { Tx } from '../connection/scope'

/** Whom a trigger may concern: those with an event of one of these names, or a visit, between two instants. */
export interface Concern {
  names: string[]
  visits: boolean
  /** Those who became known then count as well: a signal never given counts from there. */
  newcomers: boolean
  /** Everybody with a name or an address, whatever they did. */
  everybody: boolean
  from: Date
  until: Date
}

/** In an order that is the same each time and nobody's: a part of them is a fair sample. */
export async function findConcerned(
  tx: Tx,
  { names, visits, newcomers, everybody, from, until }: Concern,
  most: number,
): Promise<{ contactIds: string[]; concerned: number }> {
  await planAfresh(tx)
  const { sql, workspaceId: w } = tx
  const [row] = await sql<{ ids: string[] | null; concerned: number }[]>`
    with concerned as materialized (
      select e.contact_id as id from events e
      where e.workspace_id = ${w} and e.name = any(${names}::text[]) and e.at >= ${from} and e.at <= ${until}
        and e.stored_at > '-infinity' and e.contact_id is not null
      union select v.contact_id from web_sessions v
      where ${visits} and v.workspace_id = ${w} and v.started_at >= ${from} and v.started_at <= ${until}
      union select s.contact_id from contact_state s
      where s.workspace_id = ${w} and (${everybody} or ${newcomers} and s.created_at >= ${from} and s.created_at <= ${until})
    ), known as materialized (
      select c.id from concerned k join contacts c on c.workspace_id = ${w} and c.id = k.id
      where c.merged_into is null
    )
    select (select array_agg(id) from (select id from known order by md5(id::text) limit ${most}) s) as ids,
      (select count(*)::int from known) as concerned`
  return { contactIds: row?.ids ?? [], concerned: row?.concerned ?? 0 }
}
