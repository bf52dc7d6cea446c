const FIRST_MS = 300
const LONGEST_MS = 8_000

/** Tries something again and again, at growing intervals, until it succeeds. */
export class Retry {
  private timer: ReturnType<typeof setTimeout> | null = null
  private failures = 0
  private due: number | null = null

  constructor(private readonly again: () => void) {}

  /** Tries once more after a while: longer each time it has failed in a row, and never at one instant with others. */
  later() {
    if (this.timer) clearTimeout(this.timer)
    const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.failures++)
    const spread = wait * (0.5 + Math.random() / 2)
    this.due = Date.now() + spread
    this.timer = setTimeout(() => this.now(), spread)
  }

  /** When it is tried next, as `Date.now()` counts; null while nothing is waited for. */
  get at(): number | null {
    return this.due
  }

  /** Tries at once. */
  now() {
    this.stop()
    this.again()
  }

  /** It worked: the next failure counts as the first. */
  succeeded() {
    this.failures = 0
  }

  stop() {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    this.due = null
  }
}
