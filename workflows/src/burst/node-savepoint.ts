import { nestedTx } from '@relance/db/connection/in-transaction'
import type { Tx } from '@relance/db/connection/scope'

/** What stands around one node: where its statements go, and what becomes of them when it throws. */
export interface NodeGuard {
  /** The transaction a node's statements go through. */
  tx(): Promise<Tx>
  /** The node has succeeded: what it wrote stays. */
  release(): Promise<void>
  /** The node has thrown `error`: what it wrote is undone, what preceded it is kept. */
  rollback(error: unknown): Promise<void>
}

/** Thrown out of a shared transaction: its customers are to be taken one by one, where a savepoint can hold. */
export class TakeSingly extends Error {
  constructor(override readonly cause: unknown) {
    super('A customer must be taken alone.')
  }
}

/** The guard a transaction allows. */
export const guardOf = (tx: Tx): NodeGuard => (tx.shared ? sharedGuard(tx) : new NodeSavepoint(tx))

/** Where customers move side by side, savepoints would enclose each other's statements. */
const sharedGuard = (tx: Tx): NodeGuard => ({
  tx: () => Promise.resolve(tx),
  release: () => Promise.resolve(),
  rollback: (error) => Promise.reject(new TakeSingly(error)),
})

/** A savepoint around one node, opened only when the node first touches the database. */
class NodeSavepoint implements NodeGuard {
  #inner: Promise<Tx> | undefined
  #scope: Promise<unknown> | undefined
  #succeed: () => void = () => undefined
  #fail: (error: unknown) => void = () => undefined

  constructor(readonly outer: Tx) {}

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

  async release(): Promise<void> {
    this.#succeed()
    await this.#scope
  }

  async rollback(error: unknown): Promise<void> {
    this.#fail(error)
    try {
      await this.#scope
    } catch (thrown) {
      if (thrown !== error) throw thrown
    }
  }
}
