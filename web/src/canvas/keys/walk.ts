import type { DraftContent } from '../document/draft-content'
import { edgesFrom, edgesTo } from '../document/walk-graph'
import { readingOrder } from '../step-titles'
import { stepType } from '../step-types'

export type Direction = 'down' | 'up' | 'left' | 'right' | 'first' | 'last'

const allFollowers = (content: DraftContent, id: string): string[] => {
  const node = content.nodes[id]
  const exits =
    (node &&
      stepType(node.type)
        ?.exits(node.config)
        .map((exit) => exit.exit)) ??
    []
  return edgesFrom(content, id)
    .toSorted((a, b) => exits.indexOf(a.exit) - exits.indexOf(b.exit))
    .map((edge) => edge.to)
}

/**
 * The step an arrow key leads to: down follows an exit, up goes back, left and right walk the branches.
 * @param hidden steps that are put away, which no arrow leads to
 */
export function walk(
  content: DraftContent,
  from: string | null,
  direction: Direction,
  hidden: ReadonlySet<string> = new Set(),
): string | null {
  const order = readingOrder(content)
  const followers = (id: string) => allFollowers(content, id).filter((to) => !hidden.has(to))
  if (!from || !content.nodes[from]) return order[0] ?? null
  if (direction === 'first') return order[0] ?? null
  if (direction === 'down') return followers(from)[0] ?? null
  const parents = edgesTo(content, from).map((edge) => edge.from)
  if (direction === 'up') return parents[0] ?? null
  if (direction === 'last') {
    const seen = new Set<string>()
    let at = from
    for (let next = followers(at)[0]; next && !seen.has(next); next = followers(at)[0]) {
      seen.add(next)
      at = next
    }
    return at
  }
  const siblings = parents[0]
    ? followers(parents[0])
    : order.filter((id) => edgesTo(content, id).length === 0)
  const place = siblings.indexOf(from) + (direction === 'right' ? 1 : -1)
  return siblings[place] ?? null
}
