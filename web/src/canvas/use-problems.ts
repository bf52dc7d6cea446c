import type { Problem } from '@relance/core/plan/problem'
import { useQuery } from '@tanstack/react-query'
import { problemsQuery } from '../api/flows'
import { useWords } from '../words/use-words'
import { useSession } from './canvas-context'

const none: Problem[] = []

/** What there is to mend: what the server said, then what `useLocalProblems` finds after each act. */
export function useProblems(): Problem[] {
  const { flow, readOnly } = useSession()
  const { language } = useWords()
  const { data } = useQuery({
    ...problemsQuery(flow.id, language),
    enabled: !readOnly,
    staleTime: Number.POSITIVE_INFINITY,
    select: (answer) => answer.items,
    placeholderData: (before) => before,
  })
  return data ?? none
}

const rank = { fix: 0, tip: 1 }

/** The worst problem of one step. */
export function useStepProblem(id: string): Problem | undefined {
  const problems = useProblems()
  return problems
    .filter((problem) => problem.nodeId === id)
    .sort((a, b) => rank[a.severity] - rank[b.severity])[0]
}
