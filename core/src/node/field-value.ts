import { fieldWords } from '../contact/contact-fields'
import { ruleClause } from '../rule/describe-rule'
import { rule } from '../rule/rule'
import { durationWords } from '../time/duration-words'
import { instantWords, timeWords } from '../time/instant-words'
import { recurrenceWords } from '../time/recurrence-words'
import { eventNoun } from '../words/event-words'
import { numberWords } from '../words/format-number'
import type { Language } from '../words/language'
import type { FieldSpec, SentenceNames } from './definition'

/** Whether a config value counts as not given. */
export const isBlank = (given: unknown): boolean =>
  given === undefined ||
  given === null ||
  given === '' ||
  (Array.isArray(given) && given.length === 0)

/** A text in the quotation marks of the language. */
export const quoted = (text: string, language: Language): string =>
  language === 'en' ? `“${text}”` : `« ${text} »`

/** The value of a config field in words, by its kind; null where it has none that can be said. */
export function fieldValue(
  spec: FieldSpec | undefined,
  given: unknown,
  language: Language,
  names: SentenceNames,
): string | null {
  if (isBlank(given)) return null
  if (Array.isArray(given))
    return given.map((one) => optionWords(spec, String(one), language)).join(', ')
  if (typeof given === 'number') return numberWords(given, language)
  if (spec?.kind === 'rule') return ruleWords(given, language, names)
  if (typeof given !== 'string') return null
  return textValue(spec, given, language, names)
}

function textValue(
  spec: FieldSpec | undefined,
  text: string,
  language: Language,
  names: SentenceNames,
) {
  switch (spec?.kind) {
    case 'duration':
    case 'offset':
      return durationWords(text, language)
    case 'event':
      return eventNoun(text, language)
    case 'template':
      return named(names.template(text), language)
    case 'offer':
      return named(names.offer(text), language)
    case 'segment':
      return named(names.segment(text), language)
    case 'time':
      return timeWords(text, language)
    case 'contact-field':
      return fieldWords(text, language)
    case 'instant':
      return instantWords(new Date(text), language, names.timeZone ?? 'UTC')
    case 'rrule':
      return recurrenceWords(text, language)
    default:
      return optionWords(spec, text, language)
  }
}

const named = (name: string | undefined, language: Language) =>
  name === undefined ? null : quoted(name, language)

function ruleWords(given: unknown, language: Language, names: SentenceNames): string | null {
  const read = rule.safeParse(given)
  return read.success ? ruleClause(read.data, language, names) : null
}

const optionWords = (spec: FieldSpec | undefined, chosen: string, language: Language): string =>
  spec?.options?.find(({ value }) => value === chosen)?.label[language] ?? chosen
