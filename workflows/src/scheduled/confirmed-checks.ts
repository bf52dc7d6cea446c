import { AppError } from '@relance/core/error/app-error'
import { formatWords } from '@relance/core/words/format-message'
import type { Scope } from '@relance/db/connection/scope'
import { listChecks } from '@relance/db/saved-check/list-checks'
import type { ConfirmedCheck } from '@relance/db/scheduled-act/scheduled-act'
import type { TakenStart } from '@relance/db/scheduled-act/take-act'
import type { Engine } from '../burst/engine'
import { type CheckOutcome, runChecks } from '../checks/run-checks'
import { checksFailWords } from './checks-fail-words'

/** What is kept of a check with a start: how it is walked, and whether it failed when the start was confirmed. */
export const confirmedCheck = ({ check, passes }: CheckOutcome): ConfirmedCheck => {
  const { id, compares, asked, expected } = check
  return { ...{ id, compares, asked, expected }, fails: passes === false }
}

/**
 * Walks the checks of a scheduled start again, as they stood when it was confirmed, but for those that were known to fail
 * and those deleted since. One that cannot be walked just now is in nobody's way. Takes seconds: never under the gate.
 * @throws AppError conflict with `reason: "checks-fail"` and the `names` of those that fail now
 */
export async function requireConfirmedChecks(
  engine: Engine,
  scope: Scope,
  { flowId, plan, choices }: TakenStart,
): Promise<void> {
  const confirmed = new Map(
    (choices.checks ?? []).filter(({ fails }) => !fails).map((check) => [check.id, check]),
  )
  if (confirmed.size === 0) return
  const checks = (await listChecks(scope, flowId)).flatMap((check) => {
    const then = confirmed.get(check.id)
    return then ? [{ ...check, ...then }] : []
  })
  const outcomes = await runChecks({ engine, scope, plan }, checks)
  const names = outcomes.filter(({ passes }) => passes === false).map(({ check }) => check.name)
  if (names.length === 0) return
  const words = formatWords(checksFailWords, 'en', { names: names.join(', ') })
  throw new AppError('conflict', words, { reason: 'checks-fail', names })
}
