import { AppError } from '@relance/core/error/app-error'
import { newId } from '@relance/core/id/ids'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { checkReachable } from '../contact/check-reachable'
import { recordEvent } from '../event/record-event'
import { openCases } from './open-cases'
import { type FaultySend, peopleHit } from './people-hit'

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

/** What is apologised for, and to whom. */
export interface ApologyAsked extends FaultySend {
  whom: 'repeated' | 'everyone'
  /** A person is to answer each of those who were hit, whoever the mail does not reach included. */
  opensCases?: boolean
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
    const { wanted, chosen, leftOut } = await choose(tx, send)
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

async function choose(tx: Tx, send: ApologyAsked) {
  const hit = await peopleHit(tx, send)
  const wanted = send.whom === 'everyone' ? hit : hit.filter(({ isRepeated }) => isRepeated)
  const before = await apologisedAt(tx, send)
  const leftOut: Record<string, number> = {}
  const chosen: string[] = []
  await Promise.all(
    wanted.map(async ({ contactId, lastAt }) => {
      const apologised = before.get(contactId)
      const reach = await checkReachable(tx, contactId, 'email', { service: false })
      const isDone = apologised !== undefined && apologised >= lastAt
      const reason = isDone ? 'already-apologised' : 'reason' in reach ? reach.reason : null
      if (reason === null) chosen.push(contactId)
      else leftOut[reason] = (leftOut[reason] ?? 0) + 1
    }),
  )
  return { wanted, chosen: chosen.sort(), leftOut }
}

/** When people were last apologised to for what a step sent. */
async function apologisedAt(tx: Tx, { flowId, nodeId }: FaultySend): Promise<Map<string, Date>> {
  const rows = await tx.sql<{ contactId: string; at: Date }[]>`
    select coalesce(c.merged_into, c.id) as "contactId", max(a.made_at) as at
    from apologies a
    join apology_people p on p.workspace_id = a.workspace_id and p.apology_id = a.id
    join contacts c on c.workspace_id = p.workspace_id and c.id = p.contact_id
    where a.workspace_id = ${tx.workspaceId} and a.flow_id = ${flowId} and a.node_id = ${nodeId} group by 1`
  return new Map(rows.map(({ contactId, at }) => [contactId, at]))
}
