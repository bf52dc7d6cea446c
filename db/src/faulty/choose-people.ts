import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { checkReachable } from '../contact/check-reachable'
import { type FaultySend, type PersonHit, peopleHit } from './people-hit'

/** What is apologised for, and to whom. */
export interface ApologyAsked extends FaultySend {
  whom: 'repeated' | 'everyone'
  /** A person is to answer each of those who were hit, whoever the mail does not reach included. */
  opensCases?: boolean
}

/** Somebody an apology does not go to, and why. */
export interface LeftOut extends PersonHit {
  reason: string
}

/** How many an apology would go to now, and who would be left out, by reason. Nothing is sent. */
export const countApology = (
  scope: Scope,
  send: ApologyAsked,
): Promise<{ people: number; leftOut: Record<string, number> }> =>
  inTransaction(scope, async (tx) => {
    const { chosen, leftOut } = await choosePeople(tx, send)
    return { people: chosen.length, leftOut }
  })

/** Those whom an apology goes to now, and why it leaves others out who were hit. */
export async function choosePeople(tx: Tx, send: ApologyAsked) {
  const hit = await peopleHit(tx, send)
  const wanted = send.whom === 'everyone' ? hit : hit.filter(({ isRepeated }) => isRepeated)
  const before = await apologisedAt(tx, send)
  const leftOut: Record<string, number> = {}
  const chosen: PersonHit[] = []
  const others: LeftOut[] = []
  await Promise.all(
    wanted.map(async (person) => {
      const { contactId, lastAt } = person
      const apologised = before.get(contactId)
      const reach = await checkReachable(tx, contactId, 'email', { service: false })
      const isDone = apologised !== undefined && apologised >= lastAt
      const reason = isDone ? 'already-apologised' : 'reason' in reach ? reach.reason : null
      if (reason === null) chosen.push(person)
      else {
        leftOut[reason] = (leftOut[reason] ?? 0) + 1
        others.push({ ...person, reason })
      }
    }),
  )
  return { wanted, chosen, leftOut, others }
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
