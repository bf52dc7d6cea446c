import { AppError } from '@relance/core/error/app-error'
import type { Plan } from '@relance/core/plan/plan'
import type { Scope } from '@relance/db/connection/scope'
import { getContact } from '@relance/db/contact/get-contact'
import type { CheckAsked, ExpectedPath, SavedCheck } from '@relance/db/saved-check/saved-check'
import type { Engine } from '../burst/engine'
import type { Rehearsal, RehearsalRequest } from '../rehearse/rehearsal'
import { rehearse } from '../rehearse/rehearse'
import { type Comparison, comparePaths } from './compare-paths'
import { pathLine } from './path-line'

/** The plan that is walked, where, and by what. */
export interface Walking {
  engine: Engine
  scope: Scope
  plan: Plan
}

/** How one check came out; with an `error` it could not be walked just now. */
export type CheckOutcome = { check: SavedCheck } & (
  | ({ got: ExpectedPath; error: null } & Comparison)
  | { got: null; error: AppError; passes: null; differs: null }
)

/** Walks each check's customer through a plan, one after the other, as the engine would; nothing is kept of it. */
export async function runChecks(
  walking: Walking,
  checks: readonly SavedCheck[],
): Promise<CheckOutcome[]> {
  const outcomes: CheckOutcome[] = []
  for (const check of checks) outcomes.push(await runCheck(walking, check))
  return outcomes
}

async function runCheck(walking: Walking, check: SavedCheck): Promise<CheckOutcome> {
  try {
    const walked = await walkPath(walking, check.contactId, requestOf(check.asked))
    const got = pathLine(walked, walking.plan)
    return { check, got, error: null, ...comparePaths(check.expected, got, check.compares) }
  } catch (thrown) {
    const error = AppError.from(thrown)
    // A customer who is being moved, or a run that is gone, is no fault of the drawing.
    if (!['unavailable', 'limit-reached', 'not-found'].includes(error.code)) throw thrown
    return { check, got: null, error, passes: null, differs: null }
  }
}

/** The path of one customer. Whoever was joined with another since is that other one now. Throws what `rehearse` does. */
export async function walkPath(
  { engine, scope, plan }: Walking,
  contactId: string,
  request: Omit<RehearsalRequest, 'plan' | 'contactId'>,
): Promise<Rehearsal> {
  const { id } = await getContact(scope, contactId)
  const asked = { ...request, plan, contactId: id, draws: false }
  return rehearse(engine, scope, asked)
}

/** What a check asks of a rehearsal. */
export const requestOf = ({ runId, at, knownUntil, choices, evenIf }: CheckAsked) => ({
  ...(runId === null ? { at: new Date(at) } : { runId }),
  ...{ knownUntil: new Date(knownUntil), choices, evenIf },
})
