import { nestedTx } from '@relance/db/connection/in-transaction'
import type { Tx } from '@relance/db/connection/scope'

/** A savepoint around one node, opened only when the node first touches the database. */
export class NodeSavepoint {
  #inner: Promise<Tx> | undefined
  #scope: Promise<unknown> | undefined
  #succeed: () => void = () => undefined
  #fail: (error: unknown) => void = () => undefined

  constructor(readonly outer: Tx) {}

  /** The transaction a node's statements go through. */
  tx(): Promise<Tx> {
    this.#inner ??= new Promise<Tx>((give, refuse) => {
      this.#scope = this.outer.sql.savepoint((sql) => {
        give(nestedTx(this.outer, sql))
        return new Promise<void>((succeed, fail) => {
          this.#succeed = succeed
          this.#fail = fail
        })
      })
      this.#scope.catch(refuse)
    })
    return this.#inner
  }

  /** The node has succeeded: what it wrote stays. */
  async release(): Promise<void> {
    this.#succeed()
    await this.#scope
  }

  /** The node has thrown `error`: what it wrote is undone, what preceded it is kept. */
  async rollback(error: unknown): Promise<void> {
    this.#fail(error)
    try {
      await this.#scope
    } catch (thrown) {
      if (thrown !== error) throw thrown
    }
  }
}
