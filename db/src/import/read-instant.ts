import { parseInstant } from '@relance/core/time/parse-instant'

/** An instant as ISO 8601 has it, a local one in the workspace's zone; null where it is none. */
export type ReadInstant = (text: string) => Date | null

const HOUR_MS = 3_600_000
const LOCAL = /^(\d{4}-\d\d-\d\d[T ]\d\d):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3})\d*)?)?$/
const KEPT = 50_000

/**
 * Reads the many dates of a file as `parseInstant` does, and remembers each date and each local hour: asking a zone's
 * rules anew for each row would take longer than all the rest.
 */
export function instantReader(timeZone: string): ReadInstant {
  const known = new Map<string, Date | null>()
  const remembered = (text: string) => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= KEPT) known.clear()
    const at = parseInstant(text, timeZone)
    known.set(text, at)
    return at
  }
  return (text) => {
    const [, hour, minutes, seconds = '0', fraction = '0'] = LOCAL.exec(text) ?? []
    if (!hour) return remembered(text)
    const from = remembered(`${hour}:00`)
    const last = remembered(`${hour}:59`)
    // Where the clocks change within the hour, each time is asked by itself.
    if (!from || !last || last.getTime() - from.getTime() !== (59 / 60) * HOUR_MS)
      return parseInstant(text, timeZone)
    const ms = (Number(minutes) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'))
    return new Date(from.getTime() + ms)
  }
}
