import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { type ImportOrder, queueImport } from './queue-import'
import { storeFile } from './store-file'

export interface NewImport extends ImportOrder {
  fileName?: string | null
  bytes: Uint8Array
}

/** Stores a file that is in memory already, and tells the worker's loop. */
export const createImport = (
  scope: Scope | Tx,
  { fileName = null, bytes, ...order }: NewImport,
): Promise<{ id: string }> =>
  inTransaction(scope, async (tx) => {
    const { id } = await storeFile(tx, fileName, [bytes])
    await queueImport(tx, id, order)
    return { id }
  })
