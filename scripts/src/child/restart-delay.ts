const LONGEST_MS = 30_000

/** How long to wait before the next start: at once after a first crash, then 1 s, 2 s, 4 s … 30 s. */
export function restartDelayMs(crashesInARow: number): number {
  if (crashesInARow <= 1) return 0
  return Math.min(LONGEST_MS, 1000 * 2 ** (crashesInARow - 2))
}
