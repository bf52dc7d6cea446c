import { AppError } from '@relance/core/error/app-error'
import type { WorkspaceClock } from '../clock/workspace-clock'
import type { Scope } from '../connection/scope'
import { readCdnow } from './cdnow'
import type { Cells } from './cell'
import { findColumns, missingFields } from './columns'
import { csvRecords } from './csv-records'
import type { Encoding } from './file-encoding'
import { fileText } from './file-text'
import type { ImportKind } from './import-kinds'
import type { RefusalCode } from './refusal-words'
import type { OrderToTake } from './take-orders'

/** One line of a file: its number, from 1 without the header, its cells by field. */
export interface ImportRecord {
  row: number
  cells: Cells
  /** The header over each field, for refusals. */
  headers: Map<string, string>
  /** Why it cannot be read as a whole. */
  problem: RefusalCode | null
  /** Which line of its order it is, from 1, counted over neighbours. */
  lineOfOrder: number
}

/** What is taken in one transaction: `rows` lines of the file; `readBytes` were fetched up to it. */
export type Batch = { rows: number; readBytes: number } & (
  | { kind: 'contacts' | 'orders' | 'products' | 'events'; records: ImportRecord[] }
  | { kind: 'cdnow'; orders: OrderToTake[]; unreadable: number[] }
)

const BATCH_ROWS: Record<Exclude<ImportKind, 'cdnow'>, number> = {
  contacts: 1000,
  products: 1000,
  events: 1000,
  orders: 4000,
}
/** Lines of one order stay together, up to here. */
export const MAX_ORDER_LINES = 1000

/** The rows of an imported file in batches, always cut alike: going on after a stop finds the same ones. */
export async function* batchesOf(
  scope: Scope,
  importId: string,
  job: { kind: ImportKind; mapping: Record<string, string>; encoding: Encoding | null },
  clock: Pick<WorkspaceClock, 'timeZone'>,
): AsyncGenerator<Batch> {
  const { kind, mapping } = job
  let readBytes = 0
  const onBytes = (count: number) => {
    readBytes += count
  }
  const text = fileText(scope, importId, { encoding: job.encoding, onBytes })
  if (kind === 'cdnow') {
    for await (const batch of readCdnow(text, clock.timeZone)) yield { ...batch, readBytes }
    return
  }
  let records: ImportRecord[] = []
  for await (const record of readRecords(text, kind, mapping)) {
    const goesOn = record.lineOfOrder > 1 && record.lineOfOrder <= MAX_ORDER_LINES
    if (records.length >= BATCH_ROWS[kind] && !goesOn) {
      yield { kind, rows: records.length, readBytes, records }
      records = []
    }
    records.push(record)
  }
  if (records.length > 0) yield { kind, rows: records.length, readBytes, records }
}

/**
 * The rows of a CSV file by field, the header taken off.
 * @throws AppError invalid for a file without a line, or without the columns its kind needs
 */
export async function* readRecords(
  text: AsyncIterable<string>,
  kind: ImportKind,
  mapping: Record<string, string>,
): AsyncGenerator<ImportRecord> {
  let fields: [field: string, index: number][] | null = null
  let headers = new Map<string, string>()
  let columns = 0
  let row = 0
  let before: ImportRecord | undefined
  for await (const line of csvRecords(text)) {
    if (fields === null) {
      fields = fieldsOf(kind, line ?? [], mapping)
      headers = new Map(fields.map(([field, index]) => [field, line?.[index] ?? field]))
      columns = line?.length ?? 0
      continue
    }
    row += 1
    const cells = line ? cellsOf(line, fields) : new Map()
    const problem = line ? problemOf(line, columns) : 'unreadable-row'
    const orderId = cells.get('orderId')
    const isNext = orderId !== undefined && before?.cells.get('orderId') === orderId
    const lineOfOrder: number = isNext && before ? before.lineOfOrder + 1 : 1
    before = { row, cells, headers, problem, lineOfOrder }
    yield before
  }
  if (fields === null) throw new AppError('invalid', 'The file is empty.', { field: 'file' })
}

function fieldsOf(kind: ImportKind, header: string[], mapping: Record<string, string>) {
  const columns = findColumns(kind, header, mapping)
  const missing = missingFields(kind, columns)
  if (missing.length > 0)
    throw new AppError('invalid', `The file lacks a column for: ${missing.join(', ')}.`, {
      field: 'file',
    })
  return [...columns]
}

function cellsOf(line: string[], fields: [field: string, index: number][]): Cells {
  const cells: Cells = new Map()
  for (const [field, index] of fields) {
    const written = line[index]
    const value = written?.includes('\0') ? written.replaceAll('\0', '').trim() : written?.trim()
    if (value) cells.set(field, value)
  }
  return cells
}

/** More values than columns: a decimal comma without quotes, and everything behind it stands in the wrong place. */
const problemOf = (line: string[], columns: number): RefusalCode | null =>
  line.length > columns && line.slice(columns).some((value) => value !== '')
    ? 'too-many-values'
    : null
