const MINUTE_MS = 60_000
/** How far back "of late" reaches. */
export const RECENT_MINUTES = 5

/** Counts of the last minutes, forgotten minute by minute. `now` is any clock that runs evenly, in ms. */
export class Recent {
  readonly #minutes = new Map<number, Map<string, number>>()

  constructor(readonly now: () => number = () => performance.now()) {}

  add(key: string, by = 1): void {
    const minute = this.#forget()
    const counts = this.#minutes.get(minute) ?? new Map<string, number>()
    counts.set(key, (counts.get(key) ?? 0) + by)
    this.#minutes.set(minute, counts)
  }

  /** What was counted under `prefix`, by the rest of the key. */
  under(prefix: string): Record<string, number> {
    this.#forget()
    const sums: Record<string, number> = {}
    for (const counts of this.#minutes.values()) {
      for (const [key, count] of counts) {
        if (!key.startsWith(prefix)) continue
        const rest = key.slice(prefix.length)
        sums[rest] = (sums[rest] ?? 0) + count
      }
    }
    return sums
  }

  #forget(): number {
    const minute = Math.floor(this.now() / MINUTE_MS)
    for (const old of this.#minutes.keys())
      if (old <= minute - RECENT_MINUTES) this.#minutes.delete(old)
    return minute
  }
}
