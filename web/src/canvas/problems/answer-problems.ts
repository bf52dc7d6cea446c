import type { Draft } from '@relance/core/graph/draft'
import type { CompileFacts } from '@relance/core/plan/compile-facts'
import { compilePlan } from '@relance/core/plan/compile-plan'
import type { Problem } from '@relance/core/plan/problem'
import type { Language } from '@relance/core/words/language'
import { definitions } from '@relance/nodes/definitions'

/** What the page asks of the worker. */
export interface ProblemsQuestion {
  id: number
  draft: Draft
  facts: CompileFacts
  language: Language
}

export interface ProblemsAnswer {
  id: number
  problems: Problem[]
}

/** The worker's whole work: what there is to mend in a draft, by the compiler that the server publishes with. */
export const answerProblems = ({
  id,
  draft,
  facts,
  language,
}: ProblemsQuestion): ProblemsAnswer => ({
  id,
  problems: compilePlan(draft, definitions, facts, language).problems,
})
