import type { Graph, GraphNode } from '@relance/core/graph/graph'
import { definitionOf, type SentenceNames } from '@relance/core/node/definition'
import { sentenceText } from '@relance/core/node/sentence'
import { summarise } from '@relance/core/node/summarise'
import type { Language } from '@relance/core/words/language'
import { definitions } from '@relance/nodes/definitions'

/** A trigger names nothing by id but segments, and says instants by the clock of `timeZone`. */
const namesOf = (segments: ReadonlyMap<string, string>, timeZone: string): SentenceNames => ({
  template: () => undefined,
  offer: () => undefined,
  node: () => undefined,
  segment: (id) => segments.get(id),
  timeZone,
})

/** The node that starts a flow; null while nothing does. */
export const triggerOf = (graph: Graph): GraphNode | null =>
  graph.nodes.find(({ type }) => definitionOf(definitions, type)?.category === 'trigger') ?? null

/** What starts a flow, as its card says it, in the flow's zone (IANA name); null while nothing does. */
export function triggerSummary(
  graph: Graph,
  language: Language,
  segments: ReadonlyMap<string, string>,
  timeZone: string,
): string | null {
  const trigger = triggerOf(graph)
  const definition = trigger && definitionOf(definitions, trigger.type)
  return (
    definition &&
    sentenceText(summarise(definition, trigger.config, language, namesOf(segments, timeZone)))
  )
}
