import type { GraphEdge } from '@relance/core/graph/graph'
import type { DraftContent } from './draft-content'

export const edgesFrom = (content: DraftContent, id: string): GraphEdge[] =>
  Object.values(content.edges).filter((edge) => edge.from === id)

export const edgesTo = (content: DraftContent, id: string): GraphEdge[] =>
  Object.values(content.edges).filter((edge) => edge.to === id)

/** Every step that can be reached from the given ones, themselves included. */
export function reachableFrom(content: Pick<DraftContent, 'edges'>, starts: string[]): Set<string> {
  const followers = new Map<string, string[]>()
  for (const edge of Object.values(content.edges)) {
    const others = followers.get(edge.from)
    if (others) others.push(edge.to)
    else followers.set(edge.from, [edge.to])
  }
  const seen = new Set<string>()
  const queue = [...starts]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    queue.push(...(followers.get(id) ?? []))
  }
  return seen
}
