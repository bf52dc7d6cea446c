import type { Plan } from '@relance/core/plan/plan'
import type { Tx } from '../connection/scope'
import type { DueRule } from '../due/due-rule'
import { countPast } from '../due/intakes'

/** How many people an intake takes: those past the line for whom the trigger's filter holds. */
export async function countEntering(
  tx: Tx,
  rule: Pick<DueRule, 'kind' | 'line'>,
  _plan: Plan,
): Promise<number> {
  return countPast(tx, rule)
}
