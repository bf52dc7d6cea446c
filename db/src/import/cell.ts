import { parseInstant } from '@relance/core/time/parse-instant'
import type { RefusalCode } from './refusal-words'

/** A value of a row that cannot be taken. */
export class CellError extends Error {
  override readonly name = 'CellError'

  constructor(
    readonly code: RefusalCode,
    readonly field: string | null,
    readonly value: string,
  ) {
    super(code)
  }
}

/** The cells of one row, by field; empty ones are absent. */
export type Cells = Map<string, string>

const FRENCH_DATE = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:[ T](.+))?$/
const DIGITS = 2

/** ISO 8601, or day first with slashes or dots, as spreadsheets write it here. */
export function dateCell(cells: Cells, field: string, timeZone: string): Date | null {
  const value = cells.get(field)
  if (value === undefined) return null
  const [, day = '', month = '', year = '', time] = FRENCH_DATE.exec(value) ?? []
  const iso = year
    ? `${year}-${month.padStart(DIGITS, '0')}-${day.padStart(DIGITS, '0')}${time ? `T${time}` : ''}`
    : value
  const at = parseInstant(iso, timeZone)
  if (!at) throw new CellError('invalid-date', field, value)
  return at
}

/** A number with a point or a comma: 1234.5, 1 234,50, 1,234.50, 40 €. */
export function numberCell(cells: Cells, field: string): number | null {
  const value = cells.get(field)
  if (value === undefined) return null
  const bare = value.replaceAll(/[\s\u00a0\u202f€$£']/g, '')
  const decimal = bare.includes('.') ? bare.replaceAll(',', '') : bare.replace(',', '.')
  if (!/^-?\d+(\.\d+)?$/.test(decimal)) throw new CellError('invalid-number', field, value)
  return Number(decimal)
}

/** An amount in currency units, in cents. */
export function centsCell(cells: Cells, field: string): number | null {
  const amount = numberCell(cells, field)
  return amount === null ? null : Math.round(Number(`${amount}e2`))
}

export function requiredCell(cells: Cells, field: string): string {
  const value = cells.get(field)
  if (value === undefined) throw new CellError('missing-value', field, '')
  return value
}
