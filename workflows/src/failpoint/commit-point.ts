import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Scope, Tx } from '@relance/db/connection/scope'
import { type Failpoint, failpoint, hasFailpoints } from './failpoint'

type CommitPoint = {
  [F in Failpoint]: F extends `${infer Name}.after-commit` ? Name : never
}[Failpoint]

/** As inTransaction, with a failpoint before and one after its commit; in a normal run inTransaction itself. */
export const commitPoint: <T>(
  name: CommitPoint,
  scope: Scope,
  work: (tx: Tx) => Promise<T>,
) => Promise<T> = hasFailpoints
  ? async (name, scope, work) => {
      const result = await inTransaction(scope, async (tx) => {
        const done = await work(tx)
        await failpoint(`${name}.before-commit`)
        return done
      })
      await failpoint(`${name}.after-commit`)
      return result
    }
  : (_name, scope, work) => inTransaction(scope, work)
