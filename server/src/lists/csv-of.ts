import { stringify } from 'csv-stringify/sync'

const PAGE_ROWS = 500
const BOM = '\ufeff'

export interface PageOfRows<Row> {
  items: Row[]
  next: string | null
}

/** How a list is written out. */
export interface CsvList<Row> {
  /** Its columns, in their order. */
  columns: readonly (keyof Row & string)[]
  /** A page of it, after the cursor of the page before. */
  page(request: { cursor: string | undefined; limit: number }): Promise<PageOfRows<Row>>
}

/**
 * A list as CSV, a page at a time, so that its length does not matter: RFC 4180 in UTF-8, instants as ISO 8601. Texts
 * that a spreadsheet would take for a formula get an apostrophe in front.
 * @param bom begins with the mark by which Excel knows UTF-8
 */
export async function* csvOf<Row extends object>(
  { columns, page }: CsvList<Row>,
  { bom }: { bom: boolean },
): AsyncGenerator<string> {
  yield (bom ? BOM : '') + stringify([[...columns]])
  let cursor: string | undefined
  do {
    const { items, next } = await page({ cursor, limit: PAGE_ROWS })
    yield stringify(
      items.map((row) => columns.map((column) => cellOf(row[column]))),
      { escape_formulas: true },
    )
    cursor = next ?? undefined
  } while (cursor !== undefined)
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
