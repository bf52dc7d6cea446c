import { useMemo } from 'react'
import { useWords } from '../../words/use-words'
import { useCanvas, useContent, useSession } from '../canvas-context'
import { hiddenSteps } from '../fold/hidden-steps'
import { type DrawnEdge, drawnEdges } from '../layout/drawn-edges'

/** Every path between two steps that are seen, as they meet cards that show no ways out; reckoned again when the drawing changes. */
export function useFarEdges(): DrawnEdge[] {
  const { hasFigures } = useSession()
  const { language } = useWords()
  const nodes = useContent((content) => content.nodes)
  const edges = useContent((content) => content.edges)
  const positions = useContent((content) => content.positions)
  const folded = useCanvas((state) => state.folded)
  return useMemo(() => {
    const content = { nodes, edges, positions }
    return drawnEdges(content, hiddenSteps(content, folded), { hasFigures, language }, false)
  }, [nodes, edges, positions, folded, hasFigures, language])
}
