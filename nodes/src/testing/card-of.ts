import type { NodeDefinition, SentencePart } from '@relance/core/node/definition'
import { summarise } from '@relance/core/node/summarise'
import { languages } from '@relance/core/words/language'

const names = {
  template: (id: string) => (id === 'selection' ? 'Your selection' : undefined),
  offer: (id: string) => (id === 'credit' ? '25 € credit' : undefined),
  node: (id: string) => (id === 'mail-1' ? 'email 1' : undefined),
  segment: (id: string) => (id === 'at-risk' ? 'At risk' : undefined),
}

const marked = ({ text, field, missing }: SentencePart) =>
  field ? (missing ? `?${text}` : `[${text}]`) : text

/** A card's sentence in English and French: values in brackets, questions after a question mark. */
export const cardOf = (definition: NodeDefinition, config: Record<string, unknown>): string[] =>
  languages.map((language) => summarise(definition, config, language, names).map(marked).join(''))
