import { AppError } from '@relance/core/error/app-error'
import type { WorkspaceClock } from '../clock/workspace-clock'
import type { Scope } from '../connection/scope'
import { readCdnow } from './cdnow'
import type { Cells } from './cell'
import { findColumns, missingFields } from './columns'
import { csvRecords } from './csv-records'
import { fileText } from './file-text'
import type { ImportKind } from './import-kinds'
import type { OrderToTake } from './take-orders'

/** One line of a file: its number, from 1 without the header, its cells by field. */
export interface ImportRecord {
  row: number
  cells: Cells
  /** The header over each field, for refusals. */
  headers: Map<string, string>
}

/** What is taken in one transaction; `rows` lines of the file. */
export type Batch =
  | { kind: 'contacts' | 'orders' | 'products'; rows: number; records: ImportRecord[] }
  | { kind: 'cdnow'; rows: number; orders: OrderToTake[]; unreadable: number[] }

const BATCH_ROWS = 1000

/** The rows of an imported file in batches, always cut alike: going on after a stop finds the same ones. */
export async function* batchesOf(
  scope: Scope,
  importId: string,
  { kind, mapping }: { kind: ImportKind; mapping: Record<string, string> },
  clock: Pick<WorkspaceClock, 'timeZone'>,
): AsyncGenerator<Batch> {
  const text = fileText(scope, importId)
  if (kind === 'cdnow') {
    yield* readCdnow(text, clock.timeZone)
    return
  }
  let records: ImportRecord[] = []
  for await (const record of readRecords(text, kind, mapping)) {
    // The lines of one order stay together.
    if (records.length >= BATCH_ROWS && !isSameOrder(records.at(-1), record)) {
      yield { kind, rows: records.length, records }
      records = []
    }
    records.push(record)
  }
  if (records.length > 0) yield { kind, rows: records.length, records }
}

const isSameOrder = (one: ImportRecord | undefined, other: ImportRecord) =>
  other.cells.get('orderId') !== undefined &&
  one?.cells.get('orderId') === other.cells.get('orderId')

async function* readRecords(
  text: AsyncIterable<string>,
  kind: ImportKind,
  mapping: Record<string, string>,
): AsyncGenerator<ImportRecord> {
  let fields: [field: string, index: number][] | null = null
  let headers = new Map<string, string>()
  let row = 0
  for await (const line of csvRecords(text)) {
    if (fields === null) {
      const columns = findColumns(kind, line, mapping)
      const missing = missingFields(kind, columns)
      if (missing.length > 0)
        throw new AppError('invalid', `The file lacks a column for: ${missing.join(', ')}.`, {
          field: 'file',
        })
      fields = [...columns]
      headers = new Map(fields.map(([field, index]) => [field, line[index] ?? field]))
      continue
    }
    row += 1
    const cells: Cells = new Map()
    for (const [field, index] of fields) {
      const value = line[index]?.replaceAll('\0', '').trim()
      if (value) cells.set(field, value)
    }
    yield { row, cells, headers }
  }
  if (fields === null) throw new AppError('invalid', 'The file is empty.', { field: 'file' })
}
