import type { QueueName } from '@relance/core/words/queue-words'
import type { Sql } from '@relance/db/connection/connect'
import { listWorkers, type SeenWorker } from '@relance/db/worker/list-workers'
import { type QueueAge, queueAges } from '@relance/db/worker/queue-ages'

const LOOK_EVERY_MS = 5_000
/** Workers say that they live every three seconds; after this many seconds, none does. */
export const SILENT_AFTER_S = 15
/**
 * A queue that holds the same oldest piece of work for so many seconds does not move. Longer where one piece may
 * rightly take that long: a mail server has 60 s to answer, what a dead worker held is taken back after 75, everybody
 * is scored in one piece, and an erasure lets mails on their way arrive.
 */
const STUCK_AFTER_S: Record<QueueName, number> = {
  events: 60,
  wakes: 60,
  due: 60,
  mails: 150,
  sending: 180,
  timers: 120,
  lines: 60,
  schedules: 60,
  acts: 120,
  imports: 120,
  intakes: 60,
  activity: 120,
  scores: 600,
  fills: 120,
  segments: 60,
  erasures: 300,
  feeds: 900,
}

export interface SeenQueue extends QueueAge {
  /** For how long nothing has moved there, in seconds; null while it moves. */
  stuckFor: number | null
}

/** What one look has found. */
export interface Seen {
  workers: SeenWorker[]
  queues: SeenQueue[]
}

/**
 * Looks at the queues of all workspaces again and again and remembers since when each holds the same oldest piece
 * of work: a long queue that moves is well, a short one that does not is stuck.
 */
export class Watch {
  readonly #heads = new Map<string, { head: string; since: number }>()
  readonly #startedAt: number

  /** @param now any clock that runs evenly, in ms */
  constructor(
    readonly sql: Sql,
    readonly now: () => number = () => performance.now(),
  ) {
    this.#startedAt = now()
  }

  /** Seconds since this process began to look. */
  get age(): number {
    return (this.now() - this.#startedAt) / 1000
  }

  /** Looks once, now. Throws what the database throws. */
  async look(): Promise<Seen> {
    const [workers, ages] = await Promise.all([listWorkers(this.sql), queueAges(this.sql)])
    const now = this.now()
    const known = new Set<string>()
    const queues = ages.map((age): SeenQueue => {
      const key = `${age.workspaceId}:${age.queue}`
      known.add(key)
      const before = this.#heads.get(key)
      const since = before?.head === age.head ? before.since : now
      this.#heads.set(key, { head: age.head, since })
      const still = (now - since) / 1000
      const limit = STUCK_AFTER_S[age.queue]
      return { ...age, stuckFor: still >= limit && age.seconds >= limit ? still : null }
    })
    for (const key of this.#heads.keys()) if (!known.has(key)) this.#heads.delete(key)
    return { workers, queues }
  }

  /**
   * Looks every five seconds until the answer is called, so that whoever asks finds a memory.
   * @param onFailure a look that failed: the database is away, and the next look is soon
   */
  keepLooking(onFailure: (error: unknown) => void): () => void {
    const timer = setInterval(() => void this.look().catch(onFailure), LOOK_EVERY_MS)
    timer.unref()
    return () => clearInterval(timer)
  }
}
