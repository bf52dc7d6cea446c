import { AppError } from '@relance/core/error/app-error'
import { newId } from '@relance/core/id/ids'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { FLOW_GONE } from '../flow/flow'
import { readChecks } from './read-checks'
import type { SavedCheck } from './saved-check'

/** All of a flow's are walked at each publish, one after the other. */
export const MOST_CHECKS = 20

/**
 * Keeps a check with its flow.
 * @throws AppError not-found; limit-reached where the flow has 20 already
 */
export const saveCheck = (
  scope: Scope,
  {
    flowId,
    contactId,
    name,
    compares,
    asked,
    expected,
  }: Pick<SavedCheck, 'flowId' | 'contactId' | 'name' | 'compares' | 'asked' | 'expected'>,
): Promise<SavedCheck> =>
  inTransaction(scope, async (tx) => {
    const { sql, workspaceId, actor } = tx
    // One at a time, or two would both find room.
    const [flow] = await sql`
      select 1 from flows where workspace_id = ${workspaceId} and id = ${flowId} for update`
    if (!flow) throw new AppError('not-found', FLOW_GONE)
    const [count] = await sql<{ n: number }[]>`
      select count(*)::int as n from saved_checks where workspace_id = ${workspaceId} and flow_id = ${flowId}`
    if ((count?.n ?? 0) >= MOST_CHECKS)
      throw new AppError('limit-reached', 'A scenario has 20 saved checks at most.')
    const id = newId()
    await sql`
      insert into saved_checks (workspace_id, id, flow_id, contact_id, name, compares, asked, expected, created_by, created_at)
      values (${workspaceId}, ${id}, ${flowId}, ${contactId}, ${name}, ${compares}, ${JSON.stringify(asked)},
        ${JSON.stringify(expected)}, ${actor ?? null}, workspace_now(${workspaceId}))`
    const [kept] = await readChecks(tx, flowId, id)
    if (!kept) throw new AppError('internal', 'The check was not kept.')
    return kept
  })
