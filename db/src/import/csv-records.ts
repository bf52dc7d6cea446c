import { Readable } from 'node:stream'
import { parse } from 'csv-parse'

const DELIMITERS = [';', '\t', ',', '|']

/** The lines of a CSV file as lists of cells, the header first. The delimiter is the header's most frequent one. */
export async function* csvRecords(text: AsyncIterable<string>): AsyncGenerator<string[]> {
  const { first, all } = await peek(text)
  const header = first.split(/\r?\n/, 1)[0] ?? ''
  const count = (delimiter: string) => header.split(delimiter).length
  const delimiter = DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best))
  const parser = Readable.from(all).pipe(
    parse({
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }),
  )
  for await (const record of parser) yield toTexts(record)
}

const toTexts = (record: unknown): string[] => (Array.isArray(record) ? record.map(String) : [])

async function peek(text: AsyncIterable<string>) {
  const pieces = text[Symbol.asyncIterator]()
  const start = await pieces.next()
  const first = start.done ? '' : start.value
  async function* all() {
    yield first
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value
  }
  return { first, all: all() }
}
