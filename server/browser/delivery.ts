import type { Call } from './call'

/** Calls made in one go leave together. */
const GATHER_MS = 300
const MAX_BATCH = 20
/** What a beacon may carry is 64 KB. */
const MAX_BEACON_BYTES = 60_000
/** Older ones are let go of first when nothing gets through. */
const MAX_WAITING = 200
const FIRST_RETRY_MS = 1000
const LONGEST_RETRY_MS = 60_000

/** How bytes leave the page. */
export interface Transport {
  /** The answer's HTTP status; rejects when nobody answered. */
  post(body: string): Promise<number>
  /** Hands over what must survive the page; false where the browser has no room for it. */
  beacon(body: string): boolean
}

/** Sends calls in their order, in batches; again, ever later, while the server is away or says so. */
export class Delivery {
  private waiting: Call[] = []
  private isSending = false
  private failures = 0
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly transport: Transport,
    private readonly bodyOf: (batch: Call[]) => string,
  ) {}

  add(call: Call) {
    this.waiting.push(call)
    if (this.waiting.length > MAX_WAITING) this.waiting.shift()
    if (!this.failures) this.schedule(GATHER_MS)
  }

  /** The page goes: whatever waits goes with a beacon. What is under way too: one messageId is taken once. */
  leave() {
    for (let size = MAX_BATCH; this.waiting.length > 0; ) {
      const batch = this.waiting.slice(0, size)
      const body = this.bodyOf(batch)
      if (batch.length > 1 && body.length > MAX_BEACON_BYTES) size = Math.ceil(batch.length / 2)
      else if (this.transport.beacon(body)) this.drop(batch)
      else return
    }
  }

  clear() {
    this.waiting = []
    this.failures = 0
    clearTimeout(this.timer)
  }

  private schedule(ms: number) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.send(), ms)
  }

  private async send() {
    const batch = this.waiting.slice(0, MAX_BATCH)
    if (this.isSending || batch.length === 0) return
    this.isSending = true
    // A network that is away and a server that is too busy are the same to us.
    const status = await this.transport.post(this.bodyOf(batch)).catch(() => 503)
    this.isSending = false
    const isLater = status === 429 || status >= 500
    if (!isLater) this.drop(batch)
    this.failures = isLater ? this.failures + 1 : 0
    if (this.waiting.length > 0) this.schedule(isLater ? this.pause() : 0)
  }

  private pause() {
    const longest = Math.min(FIRST_RETRY_MS * 2 ** (this.failures - 1), LONGEST_RETRY_MS)
    return longest * (0.5 + Math.random() / 2)
  }

  private drop(batch: Call[]) {
    this.waiting = this.waiting.filter((call) => !batch.includes(call))
  }
}
