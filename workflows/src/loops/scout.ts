import { inTransaction } from '@relance/db/connection/in-transaction'
import { isInfrastructure, isTimeout } from '@relance/db/connection/passing-error'
import { noteTrouble } from '@relance/db/trouble/note-trouble'
import { workWaiting } from '@relance/db/worker/heartbeat'
import type { Engine } from '../burst/engine'
import type { Loop } from './loop'

/** The truth is a look at the queues this often; a notice only makes it sooner. */
const LOOK_EVERY_MS = 250
/** A loop that fails rests this long, so that an outage does not become a storm. */
const REST_AFTER_FAILURE_MS = 1_000
const ROUNDS_IN_A_ROW = 20

/** Looks where work waits and lets each loop do its part, one run of a loop for a workspace at a time. */
export class Scout {
  readonly #loops: Loop[]
  readonly #running = new Map<string, Promise<void>>()
  #stopped = false
  #ring: () => void = () => undefined

  constructor(
    readonly engine: Engine,
    loops: Loop[],
  ) {
    this.#loops = loops
  }

  /** Something was written that other loops may want to see at once. */
  readonly poke = (): void => this.#ring()

  /** Looks until stopped; then waits for what is under way. */
  async run(): Promise<void> {
    while (!this.#stopped) {
      const rung = this.#wait()
      await this.#look()
      await rung
    }
    await Promise.all(this.#running.values())
    await Promise.all(this.#loops.map((loop) => loop.rest?.()))
  }

  stop(): void {
    this.#stopped = true
    this.#ring()
  }

  #wait(): Promise<void> {
    return new Promise((resume) => {
      const timer = setTimeout(resume, LOOK_EVERY_MS)
      this.#ring = () => {
        clearTimeout(timer)
        resume()
      }
    })
  }

  async #look(): Promise<void> {
    try {
      for (const { workspaceId, queue } of await workWaiting(this.engine.sql))
        this.#start(queue, workspaceId)
    } catch (error) {
      this.engine.log.error({ err: error }, 'cannot look for work')
      await new Promise((resume) => setTimeout(resume, REST_AFTER_FAILURE_MS))
    }
  }

  #start(queue: string, workspaceId: string): void {
    for (const [index, loop] of this.#loops.entries()) {
      const key = `${index}:${workspaceId}`
      if (loop.queue !== queue || this.#running.has(key)) continue
      const run = this.#rounds(loop, workspaceId).finally(() => this.#running.delete(key))
      this.#running.set(key, run)
    }
  }

  /** Notes for people that a loop fails; not when the database itself is away, which cannot be noted there. */
  async #tell({ queue }: Loop, workspaceId: string, error: unknown): Promise<void> {
    if (isInfrastructure(error) && !isTimeout(error)) return
    const message = error instanceof Error ? error.message : String(error)
    try {
      await inTransaction({ workspaceId, sql: this.engine.sql }, (tx) =>
        noteTrouble(tx, { queue, error: message }),
      )
    } catch (unnoted) {
      this.engine.log.warn({ workspaceId, loop: queue, err: unnoted }, 'a failure was not noted')
    }
  }

  async #rounds(loop: Loop, workspaceId: string): Promise<void> {
    try {
      for (let round = 0; round < ROUNDS_IN_A_ROW && !this.#stopped; round++) {
        if ((await loop.work(this.engine, workspaceId)) === 0) return
        this.poke()
      }
    } catch (error) {
      this.engine.meter.loopFailed(loop.queue)
      this.engine.log.error({ workspaceId, loop: loop.queue, err: error }, 'a loop failed')
      await this.#tell(loop, workspaceId, error)
      await new Promise((resume) => setTimeout(resume, REST_AFTER_FAILURE_MS))
    }
  }
}
