import type { Rule } from '@relance/core/rule/rule'
import { leavesOf } from '@relance/core/rule/walk-rule'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import { limitStatements } from '../connection/limit-statements'
import { isTimeout } from '../connection/passing-error'
import { planAfresh } from '../connection/plan-afresh'
import type { Scope } from '../connection/scope'
import { countMatching } from '../rule/select-matching'

/** Somebody waits for the answer: once it took this long, the conditions that are left are not asked. */
const LONGEST_MS = 10_000

/**
 * Which conditions of a rule make it slow, by their way from the root: those that take longer than `eachMs` to count by
 * themselves; where none does, the one that took longest. Each is counted in a transaction of its own.
 */
export async function findSlowConditions(
  scope: Scope,
  rule: Rule,
  eachMs: number,
): Promise<string[]> {
  const slow: string[] = []
  let longest: { path: string; took: number } | null = null
  const first = performance.now()
  for (const { path, leaf } of leavesOf(rule)) {
    const begun = performance.now()
    if (begun - first > LONGEST_MS) break
    try {
      await inTransaction(scope, async (tx) => {
        await planAfresh(tx)
        await limitStatements(tx, eachMs)
        const { now, timeZone } = await getClock(tx)
        await countMatching(tx, leaf, { now, timeZone })
      })
    } catch (error) {
      if (!isTimeout(error)) throw error
      slow.push(path)
    }
    const took = performance.now() - begun
    if (!longest || took > longest.took) longest = { path, took }
  }
  return slow.length > 0 || !longest ? slow : [longest.path]
}
