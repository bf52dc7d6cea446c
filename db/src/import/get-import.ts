import { AppError } from '@relance/core/error/app-error'
import type { Language } from '@relance/core/words/language'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import type { ImportProgress, RowRefusal } from './import-kinds'
import { type RefusalCode, refusalWords } from './refusal-words'

interface StoredRefusal extends RowRefusal {
  code: RefusalCode
  /** What the row said; null where it was refused before that was kept. */
  value: string | null
}

const MAX_REFUSALS = 1000
const LIST_LIMIT = 100

const columns = ({ sql }: Tx) => sql`
  id, kind, file_name as "fileName", state, total_bytes as "totalBytes", read_bytes as "readBytes", read, taken, refused, error, created_at as "createdAt", finished_at as "finishedAt"`

/**
 * An import with the first thousand rows it refused, the reasons in `language`; in the workspace's when absent.
 * @throws AppError not-found
 */
export const getImport = (
  scope: Scope | Tx,
  importId: string,
  language?: Language,
): Promise<ImportProgress & { refusals: RowRefusal[] }> =>
  inTransaction(scope, async (tx) => {
    const [progress] = await tx.sql<ImportProgress[]>`
      select ${columns(tx)} from imports
      where workspace_id = ${tx.workspaceId} and id = ${importId} and state <> 'uploading'`
    if (!progress) throw new AppError('not-found', 'This import does not exist.')
    const refused = await tx.sql<StoredRefusal[]>`
      select row, column_name as "column", code, message, value from import_refusals
      where workspace_id = ${tx.workspaceId} and import_id = ${importId} order by row, id limit ${MAX_REFUSALS}`
    const refusals = refused.map(
      ({ value, message, ...refusal }): RowRefusal => ({
        ...refusal,
        message: language && value !== null ? refusalWords(refusal.code, value, language) : message,
      }),
    )
    return { ...progress, refusals }
  })

/** The latest imports, newest first. */
export const listImports = (scope: Scope | Tx): Promise<ImportProgress[]> =>
  inTransaction(scope, async (tx) => [
    ...(await tx.sql<ImportProgress[]>`
      select ${columns(tx)} from imports
      where workspace_id = ${tx.workspaceId} and state <> 'uploading' order by created_at desc, id desc limit ${LIST_LIMIT}`),
  ])
