import type { ImportRecord } from './batches'
import { CellError } from './cell'
import type { RefusalCode } from './refusal-words'

/** A row that is not taken, its value still without words. */
export interface Refused {
  row: number
  column: string | null
  code: RefusalCode
  value: string
}

/** What a record's reader threw, as a refusal; anything else goes on being thrown. */
export function refusedBy(
  error: unknown,
  { row, headers }: Pick<ImportRecord, 'row' | 'headers'>,
): Refused {
  if (!(error instanceof CellError)) throw error
  return {
    row,
    column: error.field && (headers.get(error.field) ?? error.field),
    code: error.code,
    value: error.value,
  }
}

/** Reads each record; those that throw a CellError are refused, the others taken. */
export function readAll<Read>(
  records: ImportRecord[],
  read: (record: ImportRecord) => Read,
): { read: Read[]; from: ImportRecord[]; refused: Refused[] } {
  const taken: Read[] = []
  const from: ImportRecord[] = []
  const refused: Refused[] = []
  for (const record of records) {
    try {
      if (record.problem) throw new CellError(record.problem, null, '')
      taken.push(read(record))
      from.push(record)
    } catch (error) {
      refused.push(refusedBy(error, record))
    }
  }
  return { read: taken, from, refused }
}
