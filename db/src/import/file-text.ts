import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'

/** The text of an imported file, piece by piece: UTF-8 where it is, else what spreadsheets write on Windows. */
export async function* fileText(scope: Scope, importId: string): AsyncGenerator<string> {
  const decoder = new TextDecoder((await isUtf8(scope, importId)) ? 'utf-8' : 'windows-1252')
  for await (const bytes of fileBytes(scope, importId))
    yield decoder.decode(bytes, { stream: true })
  yield decoder.decode()
}

async function isUtf8(scope: Scope, importId: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const bytes of fileBytes(scope, importId)) decoder.decode(bytes, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
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
