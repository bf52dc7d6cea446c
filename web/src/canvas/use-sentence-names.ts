import type { SentenceNames } from '@relance/core/node/definition'
import { useMemo, useSyncExternalStore } from 'react'
import { useWords } from '../words/use-words'
import { useSession } from './canvas-context'
import { nameInSentence } from './step-titles'

/** Names of what steps refer to; another object after each act, so that what says a step's name is drawn again. Not for cards. */
export function useSentenceNames(): SentenceNames {
  const { document, names } = useSession()
  const { language } = useWords()
  const content = useSyncExternalStore(document.subscribe, () => document.content)
  return useMemo(
    () => ({ ...names, node: (id) => nameInSentence(content, id, language) }),
    [names, content, language],
  )
}
