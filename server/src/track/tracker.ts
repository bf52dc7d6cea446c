import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '@relance/core/error/app-error'
import { newId } from '@relance/core/id/ids'
import type { Sql } from '@relance/db/connection/connect'
import { Gathered } from '@relance/db/connection/gathered'
import { isInfrastructure } from '@relance/db/connection/passing-error'
import { singly } from '@relance/db/connection/singly'
import type { TrackedMessage } from '@relance/db/message/find-tracked-message'
import { recordTrackings, type Tracking } from '@relance/db/message/record-trackings'
import type { Log } from '../log'

export type TrackingEvent =
  | 'Email Opened'
  | 'Email Link Clicked'
  | 'Email Prefetched'
  | 'Email Link Scanned'

/** Opens and clicks written in one transaction, when they come while others are being written. */
const TOGETHER = 100
const AT_ONCE = 2
/** Nobody waits for the page behind a link longer than this because of our own bookkeeping. */
const ANSWER_WITHIN_MS = 2_000
const AGAIN_AFTER_MS = 1_000
/** What is kept in memory while the database is away: some 25 MB. */
const MOST = 50_000

/**
 * Writes down who opened and clicked. What comes while a transaction is under way goes into the next one together. A
 * reader is answered once it is written, or after two seconds: then it is written as soon as the database is there
 * again, and before the process ends.
 */
export class Tracker {
  readonly #gathered: Gathered<Tracking, TrackedMessage | null>
  readonly #writing = new Set<Promise<unknown>>()
  readonly #stopping = new AbortController()

  constructor(
    sql: Sql,
    readonly log: Log,
    readonly answerWithinMs = ANSWER_WITHIN_MS,
  ) {
    this.#gathered = new Gathered(
      (workspaceId, trackings) => {
        const record = (some: Tracking[]) => recordTrackings({ workspaceId, sql }, some)
        const alone = async (one: Tracking) => (await record([one]))[0] ?? null
        return singly(trackings, alone, () => record(trackings))
      },
      TOGETHER,
      AT_ONCE,
    )
  }

  /**
   * The message that it is about: null where it no longer exists, `unknown` while the database does not say.
   * Throws AppError unavailable when too much is waiting to be written.
   */
  async record(
    workspaceId: string,
    messageId: string,
    name: TrackingEvent,
    properties: Record<string, unknown> = {},
  ): Promise<TrackedMessage | null | 'unknown'> {
    if (this.#writing.size >= MOST) throw new AppError('unavailable', 'Please try again later.')
    const written = this.#write(workspaceId, { id: newId(), messageId, name, properties })
    this.#writing.add(written)
    void written.finally(() => this.#writing.delete(written))
    return within(this.answerWithinMs, written)
  }

  /** Waits until all is written; what the database does not take now is lost, and the log says how much. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await Promise.all(this.#writing)
  }

  /** Never fails: whoever has been answered hears of it no more. */
  async #write(
    workspaceId: string,
    tracking: Tracking,
  ): Promise<TrackedMessage | null | 'unknown'> {
    for (;;) {
      const isLast = this.#stopping.signal.aborted
      try {
        return await this.#gathered.do(workspaceId, tracking)
      } catch (error) {
        if (isLast || !isInfrastructure(error)) {
          const { messageId, name } = tracking
          this.log.error({ err: error, workspaceId, messageId, name }, 'could not be written')
          return 'unknown'
        }
      }
      await this.#beforeAgain()
    }
  }

  /** A moment, cut short when the process is to end. */
  async #beforeAgain(): Promise<void> {
    const { signal } = this.#stopping
    try {
      await pause(AGAIN_AFTER_MS, undefined, { signal })
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }
}

/** What is settled within so many milliseconds, else `unknown`. */
function within<Answer>(ms: number, answer: Promise<Answer>): Promise<Answer | 'unknown'> {
  let late: NodeJS.Timeout | undefined
  const waited = new Promise<'unknown'>((resolve) => {
    late = setTimeout(() => resolve('unknown'), ms)
  })
  return Promise.race([answer, waited]).finally(() => clearTimeout(late))
}
