const MINUTE_MS = 60_000

/** How often something happened from each place in about the last minute; forgotten all at once. */
export class Rates {
  readonly #times = new Map<string, number>()
  readonly #forgetting = setInterval(() => this.#times.clear(), MINUTE_MS)

  constructor() {
    this.#forgetting.unref()
  }

  /** One more; how often that makes. */
  add(place: string): number {
    const times = this.times(place) + 1
    this.#times.set(place, times)
    return times
  }

  times(place: string): number {
    return this.#times.get(place) ?? 0
  }

  stop(): void {
    clearInterval(this.#forgetting)
  }
}
