import type { Graph } from '@relance/core/graph/graph'
import { definitionOf, type SentenceNames } from '@relance/core/node/definition'
import { sentenceText } from '@relance/core/node/sentence'
import { summarise } from '@relance/core/node/summarise'
import type { Language } from '@relance/core/words/language'
import { definitions } from '@relance/nodes/definitions'

/** A trigger names nothing by id. */
const noNames: SentenceNames = {
  template: () => undefined,
  offer: () => undefined,
  node: () => undefined,
  segment: () => undefined,
}

/** What starts a flow, as its card says it; null while nothing does. */
export function triggerSummary(graph: Graph, language: Language): string | null {
  for (const { type, config } of graph.nodes) {
    const definition = definitionOf(definitions, type)
    if (definition?.category === 'trigger')
      return sentenceText(summarise(definition, config, language, noNames))
  }
  return null
}
