import { pressureSettings } from '@relance/core/pressure/pressure-settings'
import { batched } from '../connection/batched'

/** A step about to send one mail to one person. */
export interface RepeatAsked {
  contactId: string
  flowId: string
  nodeId: string
  templateId: string
  now: Date
}

export interface Repeat {
  /** An alarm stands at this step: nothing goes before it is lifted. */
  isPaused: boolean
  /** This step has sent this mail to them within the time the workspace watches over. */
  isRepeat: boolean
}

/** Whether a step would repeat itself, or stands still because it did. One range of the contact's messages. */
export const readRepeat = batched<RepeatAsked, Repeat>(async (tx, asked) => {
  const rows = await tx.sql<
    { n: number; isPaused: boolean; last: Date | null; looked: Date | null }[]
  >`
    select k.n, exists (
        select 1 from repeat_alarms a where a.workspace_id = ${tx.workspaceId} and a.flow_id = k.flow_id
          and a.node_id = k.node_id and a.lifted_at is null) as "isPaused",
      (select max(a.lifted_at) from repeat_alarms a where a.workspace_id = ${tx.workspaceId} and a.flow_id = k.flow_id
        and a.node_id = k.node_id) as looked,
      (select max(m.queued_at) from messages m where m.workspace_id = ${tx.workspaceId} and m.contact_id = k.contact_id
        and m.queued_at > k.now - interval '31 days' and m.flow_id = k.flow_id and m.node_id = k.node_id
        and m.template_id = k.template_id and m.state in ('queued', 'sending', 'sent')
        and (m.state <> 'queued' or m.held_by is null)) as last
    from unnest(${asked.map(({ contactId }) => contactId)}::uuid[], ${asked.map(({ flowId }) => flowId)}::uuid[],
      ${asked.map(({ nodeId }) => nodeId)}::text[], ${asked.map(({ templateId }) => templateId)}::uuid[],
      ${asked.map(({ now }) => now.toISOString())}::text[]::timestamptz[])
      with ordinality as k(contact_id, flow_id, node_id, template_id, now, n)`
  const [workspace] = await tx.sql<{ pressure: unknown }[]>`
    select settings -> 'pressure' as pressure from workspaces where id = ${tx.workspaceId}`
  const { repeatHours } = pressureSettings.parse(workspace?.pressure ?? {})
  const byPlace = new Map(rows.map((row) => [Number(row.n), row]))
  return asked.map(({ now }, i) => {
    const row = byPlace.get(i + 1)
    const isPaused = row?.isPaused ?? false
    if (!row?.last || repeatHours === null) return { isPaused, isRepeat: false }
    const since = now.getTime() - repeatHours * 3_600_000
    // Somebody has looked since, and let it go on.
    const isKnown = row.looked !== null && row.looked.getTime() > since
    return { isPaused, isRepeat: !isKnown && row.last.getTime() > since }
  })
})
