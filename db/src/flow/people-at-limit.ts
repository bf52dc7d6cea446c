import { capsFor } from '@relance/core/pressure/caps'
import { pressureSettings } from '@relance/core/pressure/pressure-settings'
import { getClock } from '../clock/workspace-clock'
import type { Tx } from '../connection/scope'

/** More than this are not looked at: a tip needs no more, and each costs a look at their latest messages. */
const MOST_PEOPLE = 20_000

/** By step and by hours (rounded up): how many people. */
export type PeopleAtLimit = Record<string, Record<string, number>>

/**
 * Who of a flow waits, goes on within the workspace's limit of emails, and has then had as many as it allows: by the
 * step they wait at and by the hours that they would still be held from then on. Nobody, where there is no limit.
 * Reckoned at the usual level: whoever is written to less is held longer.
 */
export async function peopleAtLimit(tx: Tx, flowId: string): Promise<PeopleAtLimit> {
  const [workspace] = await tx.sql<{ pressure: unknown }[]>`
    select coalesce(settings -> 'pressure', '{}') as pressure from workspaces where id = ${tx.workspaceId}`
  const cap = capsFor(pressureSettings.parse(workspace?.pressure ?? {}), 'email', 1).find(
    ({ channel }) => channel === 'email',
  )
  if (!cap) return {}
  const { now } = await getClock(tx)
  const windowSeconds = cap.windowMs / 1000
  const rows = await tx.sql<{ nodeId: string; hours: number; people: number }[]>`
    with soon as (
      select contact_id, node_id, due_at from enrolments
      where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and state = 'waiting' and held_by is null
        and due_at < ${now}::timestamptz + make_interval(secs => ${windowSeconds}::float8)
      limit ${MOST_PEOPLE})
    select s.node_id as "nodeId", count(*)::int as people,
      ceil(extract(epoch from full_until.at - greatest(s.due_at, ${now}::timestamptz)) / 3600)::int as hours
    from soon s cross join lateral (
      select m.sent_at + make_interval(secs => ${windowSeconds}::float8) as at from messages m
      where m.workspace_id = ${tx.workspaceId} and m.contact_id = s.contact_id and m.state = 'sent'
        and m.channel = 'email' and not m.service
        and m.queued_at > ${now}::timestamptz - make_interval(secs => ${windowSeconds}::float8 * 2)
      order by m.sent_at desc offset ${cap.most - 1} limit 1) full_until
    where full_until.at > greatest(s.due_at, ${now}::timestamptz)
    group by s.node_id, hours`
  const found: PeopleAtLimit = {}
  for (const { nodeId, hours, people } of rows)
    found[nodeId] = { ...found[nodeId], [hours]: people }
  return found
}
