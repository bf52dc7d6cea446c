import type { Row } from './part'

/** The figures of some parts as lines of text, in columns. */
export function printTable(results: { name: string; rows: Row[] }[]): string {
  const lines = results.flatMap(({ name, rows }) =>
    rows.map((row) => [name, row.name, figure(row), row.target ?? '', verdict(row)]),
  )
  const table = [['part', 'figure', 'value', 'target', ''], ...lines]
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...table.map((cells) => (cells[column] ?? '').length)),
  )
  return table
    .map((cells) =>
      cells
        .map((cell, i) => (i === 2 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const figure = ({ value, unit }: Row) =>
  Number.isNaN(value) ? 'not measured' : `${rounded(value)} ${unit}`.trim()

/** Three digits that mean something; whole numbers as they are. */
const rounded = (value: number) =>
  Number.isInteger(value)
    ? value.toLocaleString('en')
    : Number(value.toPrecision(3)).toLocaleString('en')

const verdict = ({ holds }: Row) => (holds === null ? '' : holds ? 'holds' : 'MISSED')
