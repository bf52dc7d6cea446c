import { flowOrder } from '../graph/flow-order'
import type { Graph } from '../graph/graph'
import type { Language } from '../words/language'
import { type Definitions, definitionOf, type SentenceNames } from './definition'
import { quoted } from './field-value'

type Named = Readonly<Record<string, { name: string }>>

/** What a workspace calls the things configs refer to by id. */
export interface KnownNames {
  templates?: Named
  offers?: Named
  segments?: Named
  /** IANA name. */
  timeZone?: string
}

/** The number of each email of a flow, as its reader counts them: from 1. */
export function emailNumbers(graph: Graph, definitions: Definitions): ReadonlyMap<string, number> {
  const types = new Map(graph.nodes.map(({ id, type }) => [id, type]))
  const emails = flowOrder(graph, definitions).filter((id) => {
    return definitionOf(definitions, types.get(id) ?? '')?.category === 'message'
  })
  return new Map(emails.map((id, index) => [id, index + 1]))
}

/** Names for the sentences of one flow: “email 1”, what waits count from, templates by name. */
export function sentenceNames(
  graph: Graph,
  definitions: Definitions,
  language: Language,
  { templates = {}, offers = {}, segments = {}, timeZone }: KnownNames,
): SentenceNames {
  const numbers = emailNumbers(graph, definitions)
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const trigger = graph.nodes
    .map(({ type }) => definitionOf(definitions, type))
    .find((one) => one?.category === 'trigger')
  const nameIn = (named: Named) => (id: string) =>
    Object.hasOwn(named, id) ? named[id]?.name : undefined
  return {
    template: nameIn(templates),
    offer: nameIn(offers),
    segment: nameIn(segments),
    node(id) {
      const number = numbers.get(id)
      if (number !== undefined) return language === 'en' ? `email ${number}` : `l’e-mail ${number}`
      const node = nodes.get(id)
      if (!node) return undefined
      const name = quoted(
        node.name || (definitionOf(definitions, node.type)?.title[language] ?? node.type),
        language,
      )
      return language === 'en' ? name : `l’étape ${name}`
    },
    anchor: trigger?.anchor?.[language],
    timeZone,
  }
}
