import { AppError } from '@relance/core/error/app-error'
import type { Language } from '@relance/core/words/language'
import { listChecks } from '@relance/db/saved-check/list-checks'
import { readerOf } from '../enrolments/trace-reader'
import { runChecks, type Walking } from './run-checks'
import { tellOutcome } from './tell-checks'

/**
 * Walks a scenario's saved checks through a plan before it goes live. One that cannot be walked just now is in nobody's way.
 * @throws AppError conflict with `checks`, those that end otherwise than they should
 */
export async function passChecks(walking: Walking, language: Language): Promise<void> {
  const checks = await listChecks(walking.scope, walking.plan.flowId)
  if (checks.length === 0) return
  const outcomes = await runChecks(walking, checks)
  const failing = outcomes.filter(({ passes }) => passes === false)
  if (failing.length === 0) return
  const reader = await readerOf(walking.scope, language)
  throw new AppError('conflict', 'Saved checks do not pass: see `checks`.', {
    reason: 'checks-fail',
    checks: failing.map((each) => tellOutcome(each, reader)),
  })
}
