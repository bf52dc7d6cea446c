import DataLoader from 'dataloader'
import type { Tx } from './scope'

/** Enough to share a round trip, few enough for one statement. */
const MOST = 200

/**
 * Makes a verb about one thing of a statement about many: what is asked side by side in one transaction, in the same
 * turn, goes to Postgres together. Code that moves one customer stays about one customer, and costs a fraction.
 * @param ask answers in the order of its keys; an Error among the answers is thrown to its own caller
 */
export function batched<Key, Answer>(
  ask: (tx: Tx, keys: readonly Key[]) => Promise<(Answer | Error)[]>,
): (tx: Tx, key: Key) => Promise<Answer> {
  const loaders = new WeakMap<Tx['sql'], DataLoader<Key, Answer>>()
  return (tx, key) => {
    let loader = loaders.get(tx.sql)
    if (!loader) {
      loader = new DataLoader((keys) => ask(tx, keys), { cache: false, maxBatchSize: MOST })
      loaders.set(tx.sql, loader)
    }
    return loader.load(key)
  }
}

/** The same for what is one answer for all of a transaction: asked once by all who ask in the same turn. */
export function askedOnce<Answer>(ask: (tx: Tx) => Promise<Answer>): (tx: Tx) => Promise<Answer> {
  const load = batched<'all', Answer>(async (tx, keys) => {
    const answer = await ask(tx)
    return keys.map(() => answer)
  })
  return (tx) => load(tx, 'all')
}
