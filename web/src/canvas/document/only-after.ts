import type { DraftContent } from './draft-content'
import { reachableFrom } from './walk-graph'

/** A step and every step that no trigger reaches without it. */
export function onlyAfter(
  content: DraftContent,
  id: string,
  isTrigger: (id: string) => boolean,
): string[] {
  const edges = Object.fromEntries(
    Object.entries(content.edges).filter(([, edge]) => edge.from !== id && edge.to !== id),
  )
  const starts = Object.keys(content.nodes).filter((each) => each !== id && isTrigger(each))
  const kept = reachableFrom({ ...content, edges }, starts)
  return [...reachableFrom(content, [id])].filter((each) => each === id || !kept.has(each))
}
