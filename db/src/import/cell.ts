import type { ReadInstant } from './read-instant'
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
const MAX_AMOUNT = 1e9
/** One comma, behind all points: 12,5 and 1.234,50. */
const DECIMAL_COMMA = /^-?[\d.]*,\d*$/
/** Commas between groups of three, before the point or the end: 1,234.50 and 1,234,567. */
const THOUSANDS = /,(?=\d{3}(?:[,.]|$))/g

/** ISO 8601, or day first with slashes or dots, as spreadsheets write it here. */
export function dateCell(cells: Cells, field: string, instantOf: ReadInstant): Date | null {
  const value = cells.get(field)
  if (value === undefined) return null
  const [, day = '', month = '', year = '', time] = FRENCH_DATE.exec(value) ?? []
  const iso = year
    ? `${year}-${month.padStart(DIGITS, '0')}-${day.padStart(DIGITS, '0')}${time ? `T${time}` : ''}`
    : value
  const at = instantOf(iso)
  if (!at) throw new CellError('invalid-date', field, value)
  return at
}

/** As `dateCell`; throws where it is empty or later than `now`. */
export function pastCell(
  cells: Cells,
  field: string,
  { instantOf, now }: { instantOf: ReadInstant; now: Date },
): Date {
  const at = dateCell(cells, field, instantOf)
  if (!at) throw new CellError('missing-value', field, '')
  if (at > now) throw new CellError('future-date', field, cells.get(field) ?? '')
  return at
}

/**
 * A number with a point or a comma: 1234.5, 1 234,50, 1,234.50, 1.234,50, 40 €. What may be read in two ways (1,234)
 * is refused rather than guessed.
 */
export function numberCell(cells: Cells, field: string): number | null {
  const value = cells.get(field)
  if (value === undefined) return null
  const bare = value.replaceAll(/[\s\u00a0\u202f€$£']/g, '')
  if (/^-?\d{1,3},\d{3}$/.test(bare)) throw new CellError('ambiguous-number', field, value)
  const decimal = DECIMAL_COMMA.test(bare)
    ? bare.replaceAll('.', '').replace(',', '.')
    : bare.replaceAll(THOUSANDS, '')
  if (!/^-?\d+(\.\d+)?$/.test(decimal)) throw new CellError('invalid-number', field, value)
  return Number(decimal)
}

/** An amount in currency units, in cents: not below zero, a billion at most. */
export function centsCell(cells: Cells, field: string): number | null {
  const amount = numberCell(cells, field)
  if (amount === null) return null
  const said = cells.get(field) ?? ''
  if (amount < 0) throw new CellError('negative-amount', field, said)
  if (amount > MAX_AMOUNT) throw new CellError('amount-too-large', field, said)
  return Math.round(Number(`${amount}e2`))
}

export function requiredCell(cells: Cells, field: string): string {
  const value = cells.get(field)
  if (value === undefined) throw new CellError('missing-value', field, '')
  return value
}
