import { type Language, languageOf } from '@relance/core/words/language'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { getRates } from '../order/currency-rates'
import { type ImportRecord, readRecords } from './batches'
import { fieldsOf, findColumns, missingFields } from './columns'
import { csvRecords, delimiterOf } from './csv-records'
import { type Encoding, EncodingWatch } from './file-encoding'
import { decoded } from './file-text'
import { type ImportKind, usualOnDuplicate } from './import-kinds'
import { readContactRecord } from './read-contact-record'
import { readEventRecord } from './read-event-record'
import { instantReader } from './read-instant'
import { orderGroups } from './read-order-records'
import { readProductRecord } from './read-product-record'
import type { Reading } from './reading'
import { refusalWords } from './refusal-words'
import { type Refused, readAll } from './refused'

const SHOWN_ROWS = 20

/** What would become of a file, before anything of it is written. */
export interface ImportPreview {
  encoding: Encoding | null
  delimiter: string
  columns: string[]
  /** The fields its kind may fill, and which column holds each: as asked, else as guessed. */
  fields: string[]
  mapping: Record<string, string>
  /** Fields without which it cannot be read. */
  missing: string[]
  /** The first rows, each cell by its field, with what is wrong. Known people and orders are not looked up. */
  rows: {
    row: number
    cells: Record<string, string>
    problems: { column: string | null; code: string; message: string }[]
  }[]
}

/**
 * Reads the beginning of a file as an import would.
 * @param beginning its first bytes; a last line that is cut is left out
 * @param said the language of what is wrong; the workspace's when absent
 * @throws AppError invalid where it is no text, or empty
 */
export async function previewImport(
  scope: Scope | Tx,
  { kind, mapping = {} }: { kind: Exclude<ImportKind, 'cdnow'>; mapping?: Record<string, string> },
  { beginning, isWhole }: { beginning: Uint8Array; isWhole: boolean },
  said?: Language,
): Promise<ImportPreview> {
  const watch = new EncodingWatch()
  // Cut in the middle of a letter it would be no UTF-8 any more.
  watch.see(isWhole ? beginning : beginning.subarray(0, beginning.lastIndexOf(0x0a) + 1))
  const encoding = watch.end()
  let text = ''
  for await (const piece of decoded([beginning], encoding)) text += piece
  const lines = isWhole ? text : text.slice(0, text.lastIndexOf('\n') + 1)
  const header = (await firstOf(csvRecords(once(lines)))) ?? []
  const columns = findColumns(kind, header, mapping)
  const missing = missingFields(kind, columns)
  const { reading, language } = await inTransaction(scope, (tx) => readingOf(tx, kind))
  const records = missing.length > 0 ? [] : await firstRecords(lines, kind, mapping)
  const refused = refusedOf(kind, records, reading)
  return {
    encoding,
    delimiter: delimiterOf(lines.split(/\r?\n|\r/, 1)[0] ?? ''),
    columns: header,
    fields: fieldsOf(kind),
    mapping: Object.fromEntries([...columns].map(([field, index]) => [field, header[index] ?? ''])),
    missing,
    rows: records.map(({ row, cells }) => ({
      row,
      cells: Object.fromEntries(cells),
      problems: refused
        .filter((one) => one.row === row)
        .map(({ column, code, value }) => ({
          column,
          code,
          message: refusalWords(code, value, said ?? language),
        })),
    })),
  }
}

async function readingOf(tx: Tx, kind: ImportKind) {
  const { now, timeZone, locale } = await getClock(tx)
  const reading: Reading = {
    now,
    timeZone,
    instantOf: instantReader(timeZone),
    rates: await getRates(tx),
    onDuplicate: usualOnDuplicate[kind],
  }
  return { reading, language: languageOf(locale) ?? 'en' }
}

function refusedOf(kind: ImportKind, records: ImportRecord[], reading: Reading): Refused[] {
  switch (kind) {
    case 'contacts':
      return readAll(records, ({ cells }) => readContactRecord(cells, reading)).refused
    case 'products':
      return readAll(records, ({ cells }) => readProductRecord(cells)).refused
    case 'events':
      return readAll(records, ({ cells }) => readEventRecord(cells, reading)).refused
    case 'orders':
      return orderGroups(records, reading).refused
    case 'cdnow':
      return []
  }
}

async function firstRecords(text: string, kind: ImportKind, mapping: Record<string, string>) {
  const records: ImportRecord[] = []
  for await (const record of readRecords(once(text), kind, mapping)) {
    records.push(record)
    if (records.length === SHOWN_ROWS) break
  }
  return records
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

async function firstOf<Item>(items: AsyncGenerator<Item>): Promise<Item | undefined> {
  const { value, done } = await items.next()
  await items.return(undefined)
  return done ? undefined : value
}
