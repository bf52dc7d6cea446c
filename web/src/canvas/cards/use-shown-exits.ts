import { useMemo } from 'react'
import { useWords } from '../../words/use-words'
import { useCanvas, useContent } from '../canvas-context'
import { edgesFrom } from '../document/walk-graph'
import { stepType } from '../step-types'
import { isRevealed } from '../store/selection-slice'

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
    const exits = (node && stepType(node.type)?.exits(node.config)) ?? []
    return exits
      .filter((exit) => !exit.optional || revealed || led.has(exit.exit))
      .map((exit) => ({ exit: exit.exit, label: exit.label[language], open: !led.has(exit.exit) }))
  }, [node, taken, revealed, language])
}
