import { AppError } from '@relance/core/error/app-error'
import { newId } from '@relance/core/id/ids'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { recordEvent } from '../event/record-event'
import { type ApologyAsked, choosePeople } from './choose-people'
import { openCases } from './open-cases'

/** What an apology's scenario starts with: an event of ours, with the apology's id. */
export const APOLOGY_DUE = 'Apology Due'

export interface ApologyMade {
  /** Null where nobody was left to apologise to. */
  apologyId: string | null
  people: number
  /** Hit, and not apologised to, by reason: unsubscribed, suppressed, already-apologised … */
  leftOut: Record<string, number>
  /** How many are newly in the queue of people to answer. */
  cases: number
}

/**
 * Chooses exactly those whom a faulty send hit, once each, without those who cannot be written to and those who have
 * been apologised to since; and lets each enter the scenario that says sorry. Asked twice, nobody gets a second one.
 * @param start makes and publishes that scenario in this transaction, for an apology of this id; its id
 * @throws AppError not-found
 */
export const makeApology = (
  scope: Scope,
  send: ApologyAsked,
  start: (tx: Tx, apologyId: string) => Promise<string>,
): Promise<ApologyMade> =>
  inTransaction(scope, async (tx) => {
    const [flow] = await tx.sql`
      select id from flows where workspace_id = ${tx.workspaceId} and id = ${send.flowId} for no key update`
    if (!flow) throw new AppError('not-found', 'This scenario does not exist.')
    const { now } = await getClock(tx)
    const { wanted, chosen: people, leftOut, others } = await choosePeople(tx, send)
    const chosen = people.map(({ contactId }) => contactId).sort()
    const cases = send.opensCases ? await openCases(tx, send, wanted) : 0
    if (chosen.length === 0) return { apologyId: null, people: 0, leftOut, cases }
    const id = newId()
    const sentBy = await start(tx, id)
    await tx.sql`
      insert into apologies (workspace_id, id, flow_id, node_id, from_at, to_at, whom, sent_by, left_out, made_at, made_by)
      values (${tx.workspaceId}, ${id}, ${send.flowId}, ${send.nodeId}, ${send.from}, ${send.to}, ${send.whom},
        ${sentBy}, ${JSON.stringify(leftOut)}, ${now}, ${scope.actor ?? null})`
    await tx.sql`
      insert into apology_people (workspace_id, apology_id, contact_id)
      select ${tx.workspaceId}, ${id}, contact from unnest(${chosen}::uuid[]) as contact`
    await tx.sql`
      insert into apology_left_out (workspace_id, apology_id, contact_id, reason)
      select ${tx.workspaceId}, ${id}, l."contactId", l.reason
      from jsonb_to_recordset(${JSON.stringify(others)}::jsonb) as l("contactId" uuid, reason text)`
    await Promise.all(
      chosen.map((contactId) =>
        recordEvent(
          tx,
          { contactId, name: APOLOGY_DUE, properties: { apology: id }, at: now },
          { always: true },
        ),
      ),
    )
    return { apologyId: id, people: chosen.length, leftOut, cases }
  })
