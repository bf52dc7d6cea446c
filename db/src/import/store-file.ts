import { AppError } from '@relance/core/error/app-error'
import { newId } from '@relance/core/id/ids'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { type Encoding, EncodingWatch } from './file-encoding'

const CHUNK_BYTES = 512 * 1024
/** Enough for some ten million orders. */
const MAX_BYTES = 1024 * 1024 * 1024
const ABANDONED_AFTER = '1 day'

/**
 * Stores a file while it comes in, half a megabyte at a time, each piece in a transaction of its own. It is read once
 * `queueImport` says what it is.
 * @throws AppError too-large beyond 1 GB; nothing of it stays, nor when the pieces stop with an error
 */
export async function storeFile(
  scope: Scope | Tx,
  fileName: string | null,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<{ id: string }> {
  const id = newId()
  await inTransaction(scope, (tx) => begin(tx, id, fileName))
  try {
    const watch = new EncodingWatch()
    let [n, total] = [0, 0]
    for await (const chunk of regrouped(pieces)) {
      total += chunk.length
      if (total > MAX_BYTES)
        throw new AppError('too-large', 'A file may have 1 GB at most.', { field: 'file' })
      watch.see(chunk)
      await inTransaction(scope, (tx) => append(tx, id, n, chunk))
      n += 1
    }
    await inTransaction(scope, (tx) => close(tx, id, total, watch.end()))
    return { id }
  } catch (error) {
    await dropFile(scope, id)
    throw error
  }
}

/** Removes a file that was stored and is not to be read. */
export const dropFile = async (scope: Scope | Tx, importId: string): Promise<void> =>
  inTransaction(
    scope,
    async (tx) =>
      void (await tx.sql`
      delete from imports where workspace_id = ${tx.workspaceId} and id = ${importId} and state = 'uploading'`),
  )

async function begin({ sql, workspaceId }: Tx, id: string, fileName: string | null) {
  // Whose server died in the middle of an upload.
  await sql`
    delete from imports where workspace_id = ${workspaceId} and state = 'uploading'
      and created_at < clock_timestamp() - ${ABANDONED_AFTER}::interval`
  await sql`
    insert into imports (workspace_id, id, kind, file_name, state) values (${workspaceId}, ${id}, 'contacts', ${fileName}, 'uploading')`
}

const append = ({ sql, workspaceId }: Tx, id: string, n: number, chunk: Buffer) => sql`
  insert into import_chunks (workspace_id, import_id, n, bytes) values (${workspaceId}, ${id}, ${n}, ${chunk})`

const close = (
  { sql, workspaceId }: Tx,
  id: string,
  total: number,
  encoding: Encoding | null,
) => sql`
  update imports set total_bytes = ${total}, encoding = ${encoding}
  where workspace_id = ${workspaceId} and id = ${id}`

async function* regrouped(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    for (let from = 0; from < piece.length; ) {
      const part = piece.subarray(from, from + CHUNK_BYTES - size)
      held.push(part)
      size += part.length
      from += part.length
      if (size < CHUNK_BYTES) continue
      yield Buffer.concat(held)
      held = []
      size = 0
    }
  }
  if (size > 0) yield Buffer.concat(held)
}
