import type { Graph } from '@relance/core/graph/graph'
import { type Rule, rule } from '@relance/core/rule/rule'
import { isEmptyRule } from '@relance/core/rule/rule-shape'
import { triggerOf } from './trigger-summary'

/** A graph whose trigger lets in only people of this segment, beside what it asked of them already. */
export function onlyInSegment(graph: Graph, segmentId: string): Graph {
  const trigger = triggerOf(graph)
  const nodes = graph.nodes.map((node) => {
    if (node !== trigger) return node
    const field = node.type === 'on-schedule' ? 'audience' : 'filter'
    const asked = rule.nullish().parse(node.config[field])
    const member: Rule = { segment: segmentId, member: true }
    const filter: Rule = asked && !isEmptyRule(asked) ? { and: [member, asked] } : { and: [member] }
    return { ...node, config: { ...node.config, [field]: filter } }
  })
  return { ...graph, nodes }
}
