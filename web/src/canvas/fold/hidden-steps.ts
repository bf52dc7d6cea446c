import { edgeKey } from '@relance/core/graph/graph'
import type { DraftContent } from '../document/draft-content'
import { reachableFrom } from '../document/walk-graph'

type Drawn = Pick<DraftContent, 'nodes' | 'edges'>

const none: ReadonlySet<string> = new Set()

/** The drawing without the paths that are put away; `folded` names exits, or steps with all their exits. */
function unfoldedPart({ nodes, edges }: Drawn, folded: readonly string[]): Drawn {
  const closed = new Set(folded)
  const open = Object.entries(edges).filter(
    ([, edge]) => !closed.has(edgeKey(edge)) && !closed.has(edge.from),
  )
  return { nodes, edges: Object.fromEntries(open) }
}

/** Where walks begin: steps that nothing leads to. */
function startsOf({ nodes, edges }: Drawn): string[] {
  const led = new Set(Object.values(edges).map(({ to }) => to))
  return Object.keys(nodes).filter((id) => !led.has(id))
}

/** Steps that only paths which are put away lead to. Those that nothing leads to at all stay in sight. */
export function hiddenSteps(content: Drawn, folded: readonly string[]): ReadonlySet<string> {
  if (folded.length === 0) return none
  const starts = startsOf(content)
  const seen = reachableFrom(unfoldedPart(content, folded), starts)
  const all = reachableFrom(content, starts)
  const hidden = new Set([...all].filter((id) => !seen.has(id)))
  return hidden.size === 0 ? none : hidden
}

/** How many steps an exit keeps out of sight. */
export function stepsBehind(content: Drawn, key: string, hidden: ReadonlySet<string>): string[] {
  const to = content.edges[key]?.to
  return to && hidden.has(to)
    ? [...reachableFrom(content, [to])].filter((id) => hidden.has(id))
    : []
}

/** What stays folded once a step is to be seen: every exit, and every step, that leads to it is opened. */
export function foldedWithout(content: Drawn, folded: readonly string[], id: string): string[] {
  return folded.filter((key) => {
    const targets = content.edges[key]
      ? [content.edges[key].to]
      : Object.values(content.edges)
          .filter(({ from }) => from === key)
          .map(({ to }) => to)
    return !reachableFrom(content, targets).has(id)
  })
}
