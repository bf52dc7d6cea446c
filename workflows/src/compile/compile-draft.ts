import { AppError } from '@relance/core/error/app-error'
import type { Draft } from '@relance/core/graph/draft'
import { type Compiled, compilePlan } from '@relance/core/plan/compile-plan'
import type { Plan } from '@relance/core/plan/plan'
import type { Language } from '@relance/core/words/language'
import type { Scope, Tx } from '@relance/db/connection/scope'
import { definitions } from '@relance/nodes/definitions'
import { gatherFacts, mailsOf, type Surroundings } from './gather-facts'

/** A draft's plan and problems, in the reader's language. @param around left out: for drafts that ship */
export const compileDraft = async (
  scope: Scope | Tx,
  draft: Draft,
  language: Language,
  around: Surroundings = { sendsForReal: false },
): Promise<Compiled> => {
  const facts = await gatherFacts(scope, draft.flowId, mailsOf(draft), around)
  return compilePlan(draft, definitions, facts, language)
}

/** The plan, or AppError conflict with the problems that are in the way. */
export function planOrThrow({ plan, problems }: Compiled): Plan {
  if (plan) return plan
  throw new AppError('conflict', 'This scenario cannot be published yet: see its problems.', {
    problems,
  })
}
