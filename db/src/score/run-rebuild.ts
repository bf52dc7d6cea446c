import { AppError } from '@relance/core/error/app-error'
import { shareWorkspace } from '../clock/workspace-lock'
import { inTransaction } from '../connection/in-transaction'
import { isInfrastructure, isPassing } from '../connection/passing-error'
import type { Scope, Tx } from '../connection/scope'
import { lockContacts } from '../contact/lock-contacts'
import { refreshLatencyLines } from '../due/refresh-latency-lines'
import { applyRebuild, TakenOver } from './apply-rebuild'
import { prepareRebuild } from './prepare-rebuild'
import { scoreCustomer } from './score-customers'
import type { Rebuild } from './take-rebuild'

/** Customers scored anew in one transaction. */
const TOGETHER = 50

/**
 * Does a scoring that was claimed, to its end: everybody is scored, then what has changed is written batch by batch,
 * so that nobody waits. One that was stopped half-way goes on where it was.
 * @param reader the worker that claimed it; it stops where another has claimed it since
 */
export async function runRebuild(scope: Scope, rebuild: Rebuild, reader: string): Promise<void> {
  try {
    if (!rebuild.prepared) await prepareRebuild(scope, rebuild)
    await inTransaction(scope, refreshLatencyLines)
    const at = await inTransaction(scope, (tx) => readAsOf(tx, rebuild.id))
    const busy: string[] = []
    for (let after: string | null = null; ; ) {
      const batch = await applyRebuild(scope, { buildId: rebuild.id, at, after, reader })
      if (batch.looked === 0) break
      busy.push(...batch.busy)
      after = batch.last
    }
    await scoreMeanwhile(scope, rebuild.id, busy)
    await finish(scope, rebuild.id, reader, null)
  } catch (error) {
    if (error instanceof TakenOver) return
    if (isPassing(error) || isInfrastructure(error)) throw error // The loop comes back to it.
    const { code, message } = AppError.from(error)
    await finish(scope, rebuild.id, reader, message)
    if (code === 'internal') throw error
  }
}

async function readAsOf({ sql, workspaceId }: Tx, buildId: string): Promise<Date> {
  const [row] = await sql<{ at: Date }[]>`
    select as_of as at from score_builds where workspace_id = ${workspaceId} and id = ${buildId}`
  if (!row) throw new AppError('not-found', 'This scoring does not exist.')
  return row.at
}

/** Whom an order was changing just then, and who was scored against the breakpoints of before. */
async function scoreMeanwhile(scope: Scope, buildId: string, busy: string[]): Promise<void> {
  const live = await inTransaction(
    scope,
    ({ sql, workspaceId }) => sql<{ id: string }[]>`
      select contact_id as id from contact_scores
      where workspace_id = ${workspaceId} and live_build is not null and live_build <> ${buildId}`,
  )
  const ids = [...new Set([...busy, ...live.map(({ id }) => id)])].sort()
  for (let n = 0; n < ids.length; n += TOGETHER) {
    const some = ids.slice(n, n + TOGETHER)
    await inTransaction(scope, async (tx) => {
      await shareWorkspace(tx)
      await lockContacts(tx, some)
      await Promise.all(some.map((id) => scoreCustomer(tx, id)))
    })
  }
}

const finish = (scope: Scope, buildId: string, reader: string, error: string | null) =>
  inTransaction(
    scope,
    ({ sql, workspaceId }) => sql`
      with ended as (
        update score_builds set state = ${error === null ? 'done' : 'failed'}, error = ${error},
          finished_at = clock_timestamp()
        where workspace_id = ${workspaceId} and id = ${buildId} and state = 'reading' and reader = ${reader}
        returning id
      )
      delete from score_staging where workspace_id = ${workspaceId} and build_id in (select id from ended)`,
  )
