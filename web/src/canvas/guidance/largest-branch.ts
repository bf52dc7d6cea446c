import type { DraftContent } from '../document/draft-content'
import { onlyAfter } from '../document/only-after'

/** Less than this is no scenario of its own, and more than this share of all is the scenario itself. */
const FEWEST_STEPS = 8
const MOST_SHARE = 0.6

/**
 * The steps of the largest branch that could be a scenario of its own, from where several ways part, its first step first;
 * none where no branch stands apart from the others.
 */
export function largestBranch(
  content: DraftContent,
  isTrigger: (id: string) => boolean,
): readonly string[] {
  const ways = new Map<string, string[]>()
  for (const { from, to } of Object.values(content.edges))
    ways.set(from, [...(ways.get(from) ?? []), to])
  const heads = new Set([...ways.values()].filter((to) => to.length > 1).flat())
  const most = Object.keys(content.nodes).length * MOST_SHARE
  let best: readonly string[] = []
  for (const head of heads) {
    if (isTrigger(head)) continue
    const branch = onlyAfter(content, head, isTrigger)
    const fits = branch.length >= FEWEST_STEPS && branch.length <= most
    if (fits && branch.length > best.length) best = branch
  }
  return best
}
