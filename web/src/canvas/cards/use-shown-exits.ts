import { useMemo } from 'react'
import { useWords } from '../../words/use-words'
import { useCanvas, useContent } from '../canvas-context'
import { edgesFrom } from '../document/walk-graph'
import { isRevealed } from '../store/selection-slice'
import { shownExits } from './shown-exits'

export interface ShownExit {
  exit: string
  label: string
  open: boolean
}

/** The exits of a card with their labels; redraws only when they or their edges change. */
export function useShownExits(id: string): ShownExit[] {
  const { language } = useWords()
  const revealed = useCanvas(isRevealed(id))
  const node = useContent((content) => content.nodes[id])
  const taken = useContent((content) =>
    edgesFrom(content, id)
      .map((edge) => edge.exit)
      .sort()
      .join(),
  )
  return useMemo(() => {
    const led = new Set(taken.split(','))
    if (!node) return []
    return shownExits(node, led, revealed).map(({ exit, label }) => ({
      ...{ exit, label: label[language], open: !led.has(exit) },
    }))
  }, [node, taken, revealed, language])
}
