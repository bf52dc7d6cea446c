/** What is needed of a line of a run's trace to weigh it. */
export interface WeighedLine {
  nodeId: string | null
  kind: string
  code: string
  seen: readonly unknown[] | null
}

/** What became of a message at its own step. */
const ownWords = new Set(['message-queued', 'message-refused', 'too-late', 'skipped'])
const standing = new Set(['waiting', 'held', 'attention'])

/**
 * The line of a run that says why a step's message came or did not: what its own step said; else where the run stands;
 * else what ended it, or the last decision that led away from the step. Undefined only for a run without lines.
 * @param lines in the order they happened
 */
export function decisiveLine<Line extends WeighedLine>(
  lines: readonly Line[],
  nodeId: string,
): Line | undefined {
  const last = lines.at(-1)
  return (
    lines.findLast((line) => line.nodeId === nodeId && ownWords.has(line.code)) ??
    (last && standing.has(last.kind) ? last : undefined) ??
    lines.findLast(({ kind, code }) => kind === 'ended' && code !== 'ended') ??
    lines.findLast(({ seen }) => seen && seen.length > 0) ??
    last
  )
}
