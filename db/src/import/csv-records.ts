import { CsvError, parse } from 'csv-parse/sync'
import { csvStretches } from './csv-lines'

const DELIMITERS = [';', '\t', ',', '|']

/** The lines of a CSV file as lists of cells, the header first; null for a line that cannot be read. */
export async function* csvRecords(text: AsyncIterable<string>): AsyncGenerator<string[] | null> {
  let delimiter: string | null = null
  let columns = 0
  for await (const { lines, isQuoted } of csvStretches(text)) {
    if (delimiter === null) {
      const first = lines.findIndex((line) => line.trim() !== '')
      if (first === -1) continue
      delimiter = delimiterOf(lines[first] ?? '')
      // The mark that some programs begin a file with was taken by the decoder.
      columns = read(lines.slice(first, first + 1), delimiter)?.[0]?.length ?? 0
    }
    const records = read(lines, delimiter)
    // Two stray quotes look like a value of many lines, which then has its columns wrong.
    const isWhole = records?.every(({ length }) => !isQuoted || length === columns)
    if (records && isWhole) yield* records
    else for (const line of lines) yield* read([line], delimiter) ?? [null]
  }
}

/** The header's most frequent one. */
export function delimiterOf(header: string): string {
  const count = (delimiter: string) => header.split(delimiter).length
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best))
}

function read(lines: string[], delimiter: string): string[][] | null {
  try {
    return parse(lines.join('\n'), {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    })
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}
