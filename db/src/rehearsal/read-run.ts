import { AppError } from '@relance/core/error/app-error'
import type { Tx } from '../connection/scope'

/** A run that was really lived: what a rehearsal of it starts from. */
export interface LivedRun {
  id: string
  contactId: string
  entryKey: string
  anchorAt: Date
  enteredAt: Date
  entryData: Record<string, unknown>
  /** Steps whose message really went out. */
  sentAt: string[]
}

interface Wanted {
  flowId: string
  contactId: string
  /** Left out: the latest of the contact's. */
  runId?: string
}

/**
 * A real run of a contact in a flow; undefined where no run is named and there is none.
 * @throws AppError not-found when the named one is not this contact's in this flow
 */
export async function readLivedRun(
  { sql, workspaceId }: Tx,
  { flowId, contactId, runId }: Wanted,
): Promise<LivedRun | undefined> {
  const [run] = await sql<LivedRun[]>`
    select e.id, e.contact_id as "contactId", e.entry_key as "entryKey", e.anchor_at as "anchorAt",
      e.entered_at as "enteredAt", e.entry_data as "entryData", array(
        select distinct m.node_id from messages m
        where m.workspace_id = e.workspace_id and m.enrolment_id = e.id and m.state = 'sent') as "sentAt"
    from enrolments e
    where e.workspace_id = ${workspaceId} and e.flow_id = ${flowId} and e.contact_id = ${contactId}
      and (${runId ?? null}::uuid is null or e.id = ${runId ?? null}::uuid)
    order by e.entered_at desc, e.id desc limit 1`
  if (!run && runId) throw new AppError('not-found', 'This run does not exist.')
  return run
}
