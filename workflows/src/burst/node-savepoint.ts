import type { Tx } from '@relance/db/connection/scope'

/** A savepoint around one node, opened only when the node first touches the database. */
export class NodeSavepoint {
  #open = false

  constructor(readonly tx: Tx) {}

  /** Called before each statement of a node. It travels with that statement: no round trip of its own. */
  open(): void {
    if (this.#open) return
    this.#open = true
    this.#send('savepoint node')
  }

  /** The node has succeeded: what it wrote stays. */
  release(): void {
    if (this.#open) this.#send('release savepoint node')
    this.#open = false
  }

  /** The node has thrown: what it wrote is undone, what preceded it is kept. */
  async rollback(): Promise<void> {
    if (this.#open) await this.tx.sql.unsafe('rollback to savepoint node')
    this.#open = false
  }

  #send(statement: string): void {
    // Should it fail, the transaction is aborted and the next statement says so.
    this.tx.sql.unsafe(statement).catch((error: unknown) => {
      this.failure = error
    })
  }

  failure: unknown
}
