const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** Who and what machine did it, in whose folders: replay needs none of them. */
const WHOSE = new Set([
  'identity',
  'requestId',
  'binaryChecksum',
  'workerInstanceKey',
  'stackTrace',
])

/**
 * A history as it may be kept for good: nobody's ids, no process, machine or database. Each id becomes a number,
 * the same wherever it stands, also inside payloads; the queue becomes `relance`.
 * @param history as `historyToJSON` writes it, parsed
 */
export function scrubHistory(history: unknown, taskQueue: string): unknown {
  const numbers = new Map<string, number>()
  const number = (id: string) => {
    const n = numbers.get(id) ?? numbers.size + 1
    numbers.set(id, n)
    return `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
  }
  const text = (value: string) => value.replaceAll(UUID, number).replaceAll(taskQueue, 'relance')
  const payload = (base64: string) =>
    Buffer.from(text(Buffer.from(base64, 'base64').toString())).toString('base64')
  const scrub = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return key === 'data' ? payload(value) : text(value)
    if (Array.isArray(value)) return value.map((item) => scrub(item))
    if (typeof value !== 'object' || value === null) return value
    // The queue of one process, named after it.
    if ('kind' in value && value.kind === 'TASK_QUEUE_KIND_STICKY')
      return { ...value, name: 'sticky', normalName: 'relance' }
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, item]) =>
        WHOSE.has(name) ? [] : [[name, scrub(item, name)]],
      ),
    )
  }
  return scrub(history)
}
