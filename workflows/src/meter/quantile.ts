/**
 * A quantile of values counted in buckets, interpolated within its bucket; null where nothing was counted.
 * @param bounds upper bounds, ascending; what exceeds the last is told as the last
 * @param counts how many fell into each bucket, by its upper bound as text; `+` for beyond the last
 */
export function quantile(
  bounds: number[],
  counts: Record<string, number>,
  share: number,
): number | null {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  const wanted = share * total
  let below = 0
  let lower = 0
  for (const upper of bounds) {
    const here = counts[upper] ?? 0
    if (here > 0 && below + here >= wanted)
      return lower + ((wanted - below) / here) * (upper - lower)
    below += here
    lower = upper
  }
  return bounds.at(-1) ?? null
}
