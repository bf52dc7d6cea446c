import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import type { Encoding } from './file-encoding'

/**
 * The text of an imported file, piece by piece, without the mark some programs begin it with.
 * @param encoding as its upload saw it
 * @throws AppError invalid where it is no text
 */
export const fileText = (
  scope: Scope,
  importId: string,
  { encoding, onBytes }: { encoding: Encoding | null; onBytes: (count: number) => void },
): AsyncGenerator<string> => decoded(counted(fileBytes(scope, importId), onBytes), encoding)

async function* counted(pieces: AsyncIterable<Uint8Array>, onBytes: (count: number) => void) {
  for await (const piece of pieces) {
    onBytes(piece.length)
    yield piece
  }
}

/** The same of bytes from anywhere. */
export async function* decoded(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  encoding: Encoding | null,
): AsyncGenerator<string> {
  if (!encoding)
    throw new AppError(
      'invalid',
      'This is no text file in UTF-8, UTF-16 or Windows-1252. From a spreadsheet, save it as “CSV UTF-8”.',
      { field: 'file' },
    )
  const decoder = new TextDecoder(encoding)
  for await (const bytes of pieces) yield decoder.decode(bytes, { stream: true })
  yield decoder.decode()
}

/** One short transaction a piece: nothing stays open while rows are being written. */
async function* fileBytes(scope: Scope, importId: string): AsyncGenerator<Uint8Array> {
  for (let n = 0; ; n++) {
    const [chunk] = await inTransaction(
      scope,
      (tx) => tx.sql<{ bytes: Uint8Array }[]>`
        select bytes from import_chunks where workspace_id = ${tx.workspaceId} and import_id = ${importId} and n = ${n}`,
    )
    if (!chunk) return
    yield chunk.bytes
  }
}
