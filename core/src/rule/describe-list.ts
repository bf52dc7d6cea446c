import { builtIn, fieldWords } from '../contact/contact-fields'
import { formatMessage, type Messages } from '../words/format-message'
import type { Language } from '../words/language'
import type { FieldLeaf } from './rule'

const phrases = {
  includes: { en: 'include {value}', fr: 'comprennent {value}' },
  'not-includes': { en: 'do not include {value}', fr: 'ne comprennent pas {value}' },
  known: { en: 'are known', fr: 'se trouvent dans la fiche' },
  'not-known': { en: 'are not known', fr: 'ne se trouvent pas dans la fiche' },
} satisfies Messages

/** What is asked of a list as a clause: “the interests include “cameras””; null for what is no such question. */
export function listClause(
  { field, op, value }: FieldLeaf,
  negated: boolean,
  language: Language,
): string | null {
  const known = builtIn(field)
  if (known?.kind !== 'list') return null
  const subject = fieldWords(field, language)
  if (op === 'known') {
    const key = (value === false) === negated ? 'known' : 'not-known'
    return `${subject} ${formatMessage(phrases, key, language)}`
  }
  if (op !== 'contains' || typeof value === 'object' || value === undefined) return null
  const choice = known.choices?.[String(value)]?.[language] ?? String(value)
  const said = formatMessage(phrases, negated ? 'not-includes' : 'includes', language, {
    value: language === 'en' ? `“${choice}”` : `«\u202f${choice}\u202f»`,
  })
  return `${subject} ${said}`
}
