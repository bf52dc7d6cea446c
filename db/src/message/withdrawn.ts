import { PREFERENCES_CHANGED } from '@relance/core/preference/preferences'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { isQueued } from '../event/take-queued'
import { runStopped } from './run-stopped'

/** Events by which somebody says that they want nothing more, or less. */
const WITHDRAWING = ['Unsubscribed', PREFERENCES_CHANGED, 'Email Marked as Spam']

/**
 * Which of some messages on their way out the gate would no longer let through: their run has ended meanwhile, or
 * whoever they are for has refused the channel, or has said something that is still to be taken in. Service messages
 * are stopped by the end of their run alone.
 */
export const withdrawn = (scope: Scope | Tx, messageIds: string[]): Promise<Set<string>> =>
  inTransaction(scope, async (tx) => {
    const { sql, workspaceId } = tx
    const rows = await sql<{ id: string }[]>`
      select m.id from messages m
      join enrolments e on e.workspace_id = m.workspace_id and e.id = m.enrolment_id
      where m.workspace_id = ${workspaceId} and m.id = any(${messageIds}::uuid[])
        and ((${runStopped(tx)}) or m.typology <> 'service' and (
          exists (select from consents c where c.workspace_id = m.workspace_id and c.contact_id = m.contact_id
            and c.channel = m.channel and c.state = 'refused')
          or exists (select from event_queue q join events e on ${isQueued(tx)}
            where q.workspace_id = m.workspace_id and q.contact_id = m.contact_id and q.state = 'waiting'
              and e.name = any(${WITHDRAWING}))))`
    return new Set(rows.map(({ id }) => id))
  })
