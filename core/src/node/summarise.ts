import type { Language, Words } from '../words/language'
import type { FieldSpec, NodeDefinition, SentenceNames, SentencePart } from './definition'
import { fieldValue } from './field-value'
import { readableConfig } from './readable-config'
import { missing, plain, sentence, value } from './sentence'

const notDrawn: Words = {
  en: 'Cannot be drawn: {reason}',
  fr: 'Affichage impossible\u00a0: {reason}',
}

/**
 * The sentence on a card: its values marked, each missing one as its question. A node type whose sentence fails says
 * its name and why; the drawing around it stands.
 */
export function summarise(
  definition: NodeDefinition,
  config: Record<string, unknown>,
  language: Language,
  names: SentenceNames,
): SentencePart[] {
  try {
    return sentenceOf(definition, config, language, names)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const why = notDrawn[language].replace('{reason}', () => reason)
    return [plain(`${definition.title[language]}. ${why}`)]
  }
}

function sentenceOf(
  definition: NodeDefinition,
  config: Record<string, unknown>,
  language: Language,
  names: SentenceNames,
): SentencePart[] {
  const readable = readableConfig(definition, config)
  const message = definition.summary[language]
  const slot = (field: string) =>
    slotOf(definition.fields[field], field, readable[field], language, names)
  if (definition.summarise)
    return definition.summarise(readable, language, names, { message, slot })
  const fields = Object.keys(definition.config.shape)
  return sentence(message, Object.fromEntries(fields.map((field) => [field, slot(field)])))
}

/** One field as a part of the sentence: its value in words, or its question. */
function slotOf(
  spec: FieldSpec | undefined,
  field: string,
  given: unknown,
  language: Language,
  names: SentenceNames,
): SentencePart {
  const words = fieldValue(spec, given, language, names)
  if (words !== null) return value(field, words)
  return missing(field, (spec?.question ?? spec?.label)?.[language] ?? field)
}
