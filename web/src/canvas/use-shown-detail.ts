import { type ReactFlowState, useStore, useStoreApi } from '@xyflow/react'
import { useLayoutEffect, useRef } from 'react'
import { useWords } from '../words/use-words'
import { useSession } from './canvas-context'
import { type Detail, detailOf } from './layout/farness'
import { tellJoints } from './layout/tell-joints'

const shownAt = ({ transform }: ReactFlowState): Detail => detailOf(transform[2])

/** How much of each step is drawn at the zoom looked at. */
export function useShownDetail(): Detail {
  const { document, hasFigures } = useSession()
  const { language } = useWords()
  const library = useStoreApi()
  const detail = useStore(shownAt)
  const isFromAfar = detail !== 'all'
  const wasFromAfar = useRef(isFromAfar)
  useLayoutEffect(() => {
    // Cards seen from afar have no joints to be measured: the library has forgotten where they are.
    if (wasFromAfar.current && !isFromAfar) {
      const { nodes } = library.getState()
      tellJoints(library.getState(), nodes, document.content, { hasFigures, language })
    }
    wasFromAfar.current = isFromAfar
  }, [isFromAfar, library, document, hasFigures, language])
  return detail
}
