import { Worker } from 'node:worker_threads'
import type { EmailMessage } from '@relance/channels/email/email-message'
import type { MailProvider } from '@relance/channels/email/providers/provider'
import type { Delivery } from '@relance/channels/kit/delivery'
import { type CarriedError, carried } from './carried-error'

/** A mail as it is given to the thread. */
export interface Handed {
  id: number
  message: EmailMessage
}

/** What the thread says of it. */
export type HandedOut = { id: number } & ({ delivery: Delivery } | { error: CarriedError })

interface Waiting {
  give: (delivery: Delivery) => void
  refuse: (error: Error) => void
}

/**
 * An SMTP server whose mails are written and handed out in a thread of their own, begun with the first: the main
 * thread has enough to do with asking the database. A thread that breaks takes the process with it: what it had in
 * hand may have left, and is settled as after any kill.
 */
export class HandOutApart implements MailProvider {
  readonly #waiting = new Map<number, Waiting>()
  #thread: Worker | undefined
  #last = 0
  #isClosed = false

  /**
   * @param url of the server; an address that is none breaks the thread
   * @param program the file that the thread runs
   */
  constructor(
    readonly id: string,
    readonly url: string,
    readonly program: string,
  ) {}

  deliver(message: EmailMessage): Promise<Delivery> {
    this.#thread ??= this.#begin()
    const thread = this.#thread
    const id = ++this.#last
    return new Promise((give, refuse) => {
      this.#waiting.set(id, { give, refuse })
      thread.postMessage({ id, message } satisfies Handed)
    })
  }

  /** Ends the thread; what is being delivered is given up. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#thread?.terminate()
  }

  #begin(): Worker {
    const thread = new Worker(this.program, { workerData: { url: this.url } })
    thread.on('message', (answer: HandedOut) => this.#settle(answer))
    thread.on('error', (error) => {
      throw error
    })
    thread.on('exit', (code) => {
      if (!this.#isClosed) throw new Error(`The thread that hands out mails ended (${code}).`)
    })
    return thread
  }

  #settle(answer: HandedOut): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if ('error' in answer) waiting?.refuse(carried(answer.error))
    else waiting?.give(answer.delivery)
  }
}
