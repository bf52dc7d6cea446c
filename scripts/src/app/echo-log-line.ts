const WARN = 40
const LEVELS: Record<number, string> = { 40: 'warning', 50: 'error', 60: 'fatal' }

/**
 * The words worth showing of a line our server or worker wrote: warnings and worse of its log, and
 * whatever is no log entry at all, such as the trace of a crash.
 */
export function echoLogLine(line: string): string | undefined {
  if (!line.startsWith('{')) return line.trim() || undefined
  const entry = parse(line)
  if (!entry || typeof entry.level !== 'number' || entry.level < WARN) return undefined
  const words = [entry.msg, messageOf(entry.error), messageOf(entry.err)].filter(Boolean)
  return `${LEVELS[entry.level] ?? entry.level}: ${words.join(': ')}`
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const entry: unknown = JSON.parse(line)
    return typeof entry === 'object' && entry !== null ? { ...entry } : undefined
  } catch {
    // Half a line, cut by a kill.
    return undefined
  }
}

const messageOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : ''
