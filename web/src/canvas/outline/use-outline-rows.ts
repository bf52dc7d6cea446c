import { useMemo } from 'react'
import { useCanvas, useContent, useSession } from '../canvas-context'
import { outlineRows } from './outline-rows'

/** The lines of the scenario, folded ones too; worked out again when a step or a path changes, not when one moves. */
export function useOutlineRows() {
  const { document } = useSession()
  const nodes = useContent((content) => content.nodes)
  const edges = useContent((content) => content.edges)
  const revealed = useCanvas((state) => state.revealed)
  return useMemo(
    () => outlineRows({ ...document.content, nodes, edges }, revealed),
    [document, nodes, edges, revealed],
  )
}
