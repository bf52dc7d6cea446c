import type { TriedPath } from '../../api/try'
import type { ShownPath } from '../store/path-slice'

/** What of a drawing lights for a path. */
export function pathOf({ steps }: Pick<TriedPath, 'steps'>): ShownPath {
  const places: Record<string, number[]> = {}
  const edges = new Set<string>()
  for (const { n, nodeId, exit, next } of steps) {
    places[nodeId] = [...(places[nodeId] ?? []), n]
    if (exit && next) edges.add(`${nodeId}:${exit}`)
  }
  return { places, edges }
}
