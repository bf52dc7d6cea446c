import { newId } from '@relance/core/id/ids'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { createImport } from '../import/create-import'
import { runImport } from '../import/read-import'
import { takeImport } from '../import/take-import'
import { getRebuild, type RebuildProgress } from '../score/get-rebuild'
import { requestRebuild } from '../score/request-rebuild'
import { runRebuild } from '../score/run-rebuild'
import { takeRebuild } from '../score/take-rebuild'

/** Does every scoring that is asked for or due, as a worker would. */
export async function scoreAll(scope: Scope, workerId = newId()): Promise<void> {
  for (;;) {
    const rebuild = await inTransaction(scope, (tx) => takeRebuild(tx, workerId))
    if (!rebuild) return
    await runRebuild(scope, rebuild, workerId)
  }
}

/** Asks for a scoring of everybody, and does it. */
export async function scoreAsOf(scope: Scope, asOf?: string): Promise<RebuildProgress> {
  const { id } = await requestRebuild(scope, { asOf })
  await scoreAll(scope)
  return getRebuild(scope, id)
}

/** Reads a file of orders in, as a worker would. */
export async function importOrders(
  scope: Scope,
  bytes: Uint8Array,
  kind: 'orders' | 'cdnow' = 'orders',
): Promise<void> {
  const { id } = await createImport(scope, { kind, bytes })
  const workerId = newId()
  await inTransaction(scope, (tx) => takeImport(tx, workerId))
  await runImport(scope, id, workerId)
}
