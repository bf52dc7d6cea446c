import { AppError } from '@relance/core/error/app-error'
import type { Language } from '@relance/core/words/language'
import type { Scope } from '@relance/db/connection/scope'
import type { CheckOutcome } from '@relance/workflows/checks/run-checks'
import { readerOf } from '../enrolments/trace-reader'
import { tellOutcome } from './tell-checks'

/**
 * Lets a plan go live by how its saved checks came out. One that could not be walked just now is in nobody's way.
 * @throws AppError conflict with `checks`, those that end otherwise than they should
 */
export async function passChecks(
  scope: Scope,
  outcomes: readonly CheckOutcome[],
  language: Language,
): Promise<void> {
  const failing = outcomes.filter(({ passes }) => passes === false)
  if (failing.length === 0) return
  const reader = await readerOf(scope, language)
  throw new AppError('conflict', 'Saved checks do not pass: see `checks`.', {
    reason: 'checks-fail',
    checks: failing.map((each) => tellOutcome(each, reader)),
  })
}
