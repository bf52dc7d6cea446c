import { AppError } from '@relance/core/error/app-error'
import { type Language, languageOf } from '@relance/core/words/language'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import { isInfrastructure, isPassing } from '../connection/passing-error'
import type { Scope, Tx } from '../connection/scope'
import { getRates } from '../order/currency-rates'
import { requestRebuild } from '../score/request-rebuild'
import { ahead } from './ahead'
import { type Batch, batchesOf } from './batches'
import type { Encoding } from './file-encoding'
import { type ImportKind, type OnDuplicate, usualOnDuplicate } from './import-kinds'
import { instantReader } from './read-instant'
import type { Reading } from './reading'
import { refusalWords, SHOWN_LENGTH } from './refusal-words'
import type { Refused } from './refused'
import { takeBatch } from './take-batch'

interface ImportRow {
  kind: ImportKind
  mapping: Record<string, string>
  encoding: Encoding | null
  onDuplicate: OnDuplicate | null
  state: string
  read: number
}

/** After these, everybody is scored anew: their orders came past the real-time scores. */
const BRINGS_ORDERS: readonly ImportKind[] = ['orders', 'cdnow']

/** Another worker has claimed the import meanwhile: nothing of it is this one's any more. */
class TakenOver extends Error {
  override readonly name = 'TakenOver'
}

/**
 * Reads an import to its end, some hundred rows a transaction, going on where it was left. Rows that cannot be
 * taken are listed; a file that cannot be read at all fails with the reason. Imports never start a flow.
 * @param reader the worker that claimed it (takeImport); it stops where another has claimed it since
 */
export async function runImport(scope: Scope, importId: string, reader: string): Promise<void> {
  const mine = { importId, reader }
  const begun = await inTransaction(scope, (tx) => begin(tx, mine))
  if (!begun) return
  const { job, clock, reading } = begun
  try {
    let at = 0
    // The next batch is read from the file while the database writes this one.
    for await (const batch of ahead(batchesOf(scope, importId, job, clock))) {
      at += batch.rows
      if (at > job.read)
        await inTransaction(scope, (tx) =>
          take(tx, mine, { batch, reading, from: at - batch.rows }),
        )
    }
    await inTransaction(scope, async (tx) => {
      await finish(tx, mine, null)
      if (BRINGS_ORDERS.includes(job.kind)) await requestRebuild(tx)
    })
  } catch (error) {
    if (error instanceof TakenOver) return
    if (isPassing(error) || isInfrastructure(error)) throw error // The loop comes back to it.
    const { code, message } = AppError.from(error)
    await inTransaction(scope, (tx) => finish(tx, mine, message))
    if (code === 'internal') throw error
  }
}

interface Claim {
  importId: string
  reader: string
}

/** Undefined when it is finished already, or another's. */
async function begin(tx: Tx, { importId, reader }: Claim) {
  const [job] = await tx.sql<ImportRow[]>`
    select kind, mapping, encoding, on_duplicate as "onDuplicate", state, read from imports
    where workspace_id = ${tx.workspaceId} and id = ${importId} and state = 'reading' and reader = ${reader}`
  if (!job) return undefined
  const clock = await getClock(tx)
  const reading = {
    instantOf: instantReader(clock.timeZone),
    timeZone: clock.timeZone,
    rates: await getRates(tx),
    onDuplicate: job.onDuplicate ?? usualOnDuplicate[job.kind],
  }
  return { job, clock, reading }
}

interface Taking {
  batch: Batch
  reading: Omit<Reading, 'now'>
  /** Rows before it. */
  from: number
}

/** One batch with its progress. Throws TakenOver when another worker has it meanwhile. */
async function take(tx: Tx, { importId, reader }: Claim, { batch, reading, from }: Taking) {
  const [mine] = await tx.sql`
    select 1 from imports
    where workspace_id = ${tx.workspaceId} and id = ${importId} and read = ${from} and state = 'reading' and reader = ${reader}
    for update`
  if (!mine) throw new TakenOver()
  // Computing a batch anew is more work than one query should be; it is still a bounded batch. Should the database
  // crash and forget the last ones, their rows are read again.
  await tx.sql`select set_config('statement_timeout', '60s', true), set_config('synchronous_commit', 'off', true)`
  const clock = await getClock(tx)
  const { taken, refused } = await takeBatch(tx, {
    ...{ importId, batch, clock },
    reading: { ...reading, now: clock.now },
  })
  await writeRefusals(tx, importId, refused, languageOf(clock.locale) ?? 'en')
  await tx.sql`
    update imports set read = read + ${batch.rows}, taken = taken + ${taken}, refused = refused + ${refused.length},
      read_bytes = greatest(read_bytes, ${batch.readBytes}::bigint)
    where workspace_id = ${tx.workspaceId} and id = ${importId}`
}

async function writeRefusals(tx: Tx, importId: string, refused: Refused[], language: Language) {
  if (refused.length === 0) return
  const rows = refused.map(({ row, column, code, value }) => ({
    row,
    column,
    code,
    value: value.slice(0, SHOWN_LENGTH),
    message: refusalWords(code, value, language),
  }))
  await tx.sql`
    insert into import_refusals (workspace_id, import_id, row, column_name, code, message, value)
    select ${tx.workspaceId}, ${importId}, r.row, r."column", r.code, r.message, r.value
    from json_to_recordset(${JSON.stringify(rows)}::json) 
      as r(row integer, "column" text, code text, message text, value text) order by r.row`
}

const finish = (tx: Tx, { importId, reader }: Claim, error: string | null) => tx.sql`
  with ended as (
    update imports set state = ${error === null ? 'done' : 'failed'}, error = ${error}, finished_at = clock_timestamp()
    where workspace_id = ${tx.workspaceId} and id = ${importId} and state = 'reading'
      and reader = ${reader} returning id
  )
  delete from import_chunks where workspace_id = ${tx.workspaceId} and import_id in (select id from ended)`
