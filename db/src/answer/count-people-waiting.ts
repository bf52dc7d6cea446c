import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** How many wait for a person, and since when the first of them; null: nobody. */
export interface Waiting {
  open: number
  since: Date | null
}

/** Who waits for a person of the shop: whoever answered a mail, and whoever a faulty send put into the queue. */
export const countPeopleWaiting = (
  scope: Scope | Tx,
): Promise<{ answers: Waiting; cases: Waiting }> =>
  inTransaction(scope, async ({ sql, workspaceId }) => {
    const [answers, cases] = await Promise.all([
      sql<Waiting[]>`
        select count(*)::int as open, min(received_at) as since from answers
        where workspace_id = ${workspaceId} and done_at is null`,
      sql<Waiting[]>`
        select count(*)::int as open, min(opened_at) as since from support_cases
        where workspace_id = ${workspaceId} and done_at is null`,
    ])
    const none = { open: 0, since: null }
    return { answers: answers[0] ?? none, cases: cases[0] ?? none }
  })
