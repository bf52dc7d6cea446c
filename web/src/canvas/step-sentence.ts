import type { GraphNode } from '@relance/core/graph/graph'
import type { SentenceNames, SentencePart } from '@relance/core/node/definition'
import { summarise } from '@relance/core/node/summarise'
import type { Language } from '@relance/core/words/language'
import { stepType } from './step-types'

interface Said {
  language: Language
  names: SentenceNames
  /** What the sentence calls other steps, by their ids. */
  called: Map<string, string | undefined>
  parts: SentencePart[]
}

const known = new WeakMap<GraphNode, Said>()

/** A step's sentence: the same object until the step changes, or what it calls another step. */
export function stepSentence(
  node: GraphNode,
  language: Language,
  names: SentenceNames,
): SentencePart[] {
  const said = known.get(node)
  if (said?.language === language && said.names === names && isStillCalled(said)) return said.parts
  const called: Said['called'] = new Map()
  const noting: SentenceNames = {
    ...names,
    node: (id) => {
      const name = names.node(id)
      called.set(id, name)
      return name
    },
  }
  const definition = stepType(node.type)
  const parts = definition
    ? summarise(definition, node.config, language, noting)
    : [{ text: node.type }]
  known.set(node, { language, names, called, parts })
  return parts
}

function isStillCalled({ called, names }: Said): boolean {
  for (const [id, name] of called) if (names.node(id) !== name) return false
  return true
}
