import type { Problem } from '@relance/core/plan/problem'
import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect } from 'react'
import { problemsQuery } from '../../api/flows'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'

const none: Problem[] = []

/** Hands the problems of the draft to the cards: what the server said, then what `useLocalProblems` finds. */
export function useKeepProblems(): void {
  const { flow, store, readOnly } = useSession()
  const { language } = useWords()
  const { data = none } = useQuery({
    ...problemsQuery(flow.id, language),
    enabled: !readOnly,
    staleTime: Number.POSITIVE_INFINITY,
    // Others may have drawn since it was open here last.
    refetchOnMount: 'always',
    select: (answer) => answer.items,
    placeholderData: (before) => before,
  })
  useLayoutEffect(() => store.getState().learnProblems(data), [store, data])
}
