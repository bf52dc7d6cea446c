import { edgeKey, type GraphEdge } from '../../graph/graph'
import { formatMessage } from '../../words/format-message'
import { type ReadingReason, readingWords } from '../../words/reading-words'
import type { Finding } from '../finding'
import { exitTitle, type Survey } from '../survey'
import { edgeFault } from '../usable-edges'

/** V30: edges that cannot be followed, and exits that lead to two steps or share a name. */
export function checkEdges(survey: Survey): Finding[] {
  const { draft, nodes } = survey
  const ids = new Set(draft.graph.nodes.map(({ id }) => id))
  const firsts = new Map<string, GraphEdge>()
  const faults = draft.graph.edges.flatMap((edge): Finding[] => {
    const { from, exit } = edge
    const key = edgeKey(edge)
    const first = firsts.get(key)
    if (first) {
      const args = { from, exit, to: first.to, ...(first.atMost ? { atMost: first.atMost } : {}) }
      return [unreadable(survey, edge, 'two-ways', { action: 'connect', args })]
    }
    firsts.set(key, edge)
    const reason = edgeFault(edge, nodes, ids)
    return reason
      ? [unreadable(survey, edge, reason, { action: 'disconnect', args: { from, exit } })]
      : []
  })
  return [...faults, ...sameExits(survey)]
}

function unreadable(
  { nodes, language }: Survey,
  { from, exit }: Pick<GraphEdge, 'from' | 'exit'>,
  reason: ReadingReason,
  fix: Finding['fix'],
): Finding {
  const source = nodes.get(from)
  const field = source ? exitTitle(source, exit, language) : exit
  const params = { field, reason: formatMessage(readingWords, reason, language) }
  return { code: 'V30', nodeId: source ? from : null, exit, params, fix }
}

function sameExits(survey: Survey): Finding[] {
  return [...survey.nodes.values()].flatMap(({ node, exits }) => {
    const seen = new Set<string>()
    return exits.flatMap(({ exit }): Finding[] => {
      if (seen.has(exit)) return [unreadable(survey, { from: node.id, exit }, 'same-exit', null)]
      seen.add(exit)
      return []
    })
  })
}
