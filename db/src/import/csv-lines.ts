import { AppError } from '@relance/core/error/app-error'

/** Text that makes whole records: lines without an open quote, or a few lines around one. */
export interface CsvStretch {
  lines: string[]
  /** Whether a quote stays open over the ends of its lines. */
  isQuoted: boolean
}

/** A value may go over this many lines; a quote that stays open for longer was never meant as one. */
const MAX_QUOTED_LINES = 200
const MAX_LINE_LENGTH = 4 * 1024 * 1024

/**
 * Cuts text into lines and finds where a quote stays open at the end of one. A stray quote costs its own line: without
 * this it would swallow the rest of the file.
 */
export async function* csvStretches(text: AsyncIterable<string>): AsyncGenerator<CsvStretch> {
  let rest = ''
  let open: string[] = []
  for await (const piece of text) {
    // A carriage return at the end may be half of a line's end.
    const whole = rest + piece
    const isHalf = whole.endsWith('\r')
    const lines = (isHalf ? whole.slice(0, -1) : whole).split(/\r\n|\n|\r/)
    rest = (lines.pop() ?? '') + (isHalf ? '\r' : '')
    if (rest.length > MAX_LINE_LENGTH)
      throw new AppError('invalid', 'A line of this file does not end: it is no CSV.', {
        field: 'file',
      })
    open = yield* stretchesOf([...open, ...lines])
  }
  const last = rest.split(/\r\n|\n|\r/)
  const left = yield* stretchesOf([...open, ...last])
  if (left.length > 0) yield* unclosed(left)
}

/** Yields what is whole; returns the lines from an open quote on. */
function* stretchesOf(lines: string[]): Generator<CsvStretch, string[]> {
  let plain: string[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    if (!isOdd(line)) {
      plain.push(line)
      at += 1
      continue
    }
    const end = closingLine(lines, at)
    if (end === 'later') break
    if (end === 'never') plain.push(line)
    else {
      if (plain.length > 0) yield { lines: plain, isQuoted: false }
      plain = []
      yield { lines: lines.slice(at, end + 1), isQuoted: true }
    }
    at = end === 'never' ? at + 1 : end + 1
  }
  if (plain.length > 0) yield { lines: plain, isQuoted: false }
  return lines.slice(at)
}

/** The file has ended with an open quote. */
function* unclosed([first = '', ...others]: string[]): Generator<CsvStretch> {
  yield { lines: [first], isQuoted: false }
  const left = yield* stretchesOf(others)
  if (left.length > 0) yield* unclosed(left)
}

function closingLine(lines: string[], from: number): number | 'later' | 'never' {
  const last = from + MAX_QUOTED_LINES
  for (let at = from + 1; at <= last; at++) {
    if (at >= lines.length) return 'later'
    if (isOdd(lines[at] ?? '')) return at
  }
  return 'never'
}

/** Whether a line has an odd number of quotes: a doubled one is a character of its value. */
function isOdd(line: string): boolean {
  let quotes = 0
  for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) quotes += 1
  return quotes % 2 === 1
}
