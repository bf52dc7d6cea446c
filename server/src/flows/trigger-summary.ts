import type { Graph, GraphNode } from '@relance/core/graph/graph'
import { definitionOf, type SentenceNames } from '@relance/core/node/definition'
import { sentenceText } from '@relance/core/node/sentence'
import { summarise } from '@relance/core/node/summarise'
import type { Language } from '@relance/core/words/language'
import { definitions } from '@relance/nodes/definitions'

/** A trigger names nothing by id but segments. */
const namesOf = (segments: ReadonlyMap<string, string>): SentenceNames => ({
  template: () => undefined,
  offer: () => undefined,
  node: () => undefined,
  segment: (id) => segments.get(id),
})

/** The node that starts a flow; null while nothing does. */
export const triggerOf = (graph: Graph): GraphNode | null =>
  graph.nodes.find(({ type }) => definitionOf(definitions, type)?.category === 'trigger') ?? null

/** What starts a flow, as its card says it; null while nothing does. */
export function triggerSummary(
  graph: Graph,
  language: Language,
  segments: ReadonlyMap<string, string>,
): string | null {
  const trigger = triggerOf(graph)
  const definition = trigger && definitionOf(definitions, trigger.type)
  return (
    definition && sentenceText(summarise(definition, trigger.config, language, namesOf(segments)))
  )
}
