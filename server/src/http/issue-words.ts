import { formatMessage, type Messages } from '@relance/core/words/format-message'
import type { Language } from '@relance/core/words/language'
import type { z } from 'zod'
import { ownIssueWords } from './own-issue-words'

const words = {
  missing: { en: 'is missing', fr: 'manque' },
  string: { en: 'must be a text', fr: 'doit être un texte' },
  number: { en: 'must be a number', fr: 'doit être un nombre' },
  int: { en: 'must be a whole number', fr: 'doit être un nombre entier' },
  boolean: { en: 'must be true or false', fr: 'doit être true ou false' },
  array: { en: 'must be a list', fr: 'doit être une liste' },
  object: { en: 'must be an object', fr: 'doit être un objet' },
  file: { en: 'must be a file', fr: 'doit être un fichier' },
  shorterText: {
    en: 'must have {n, plural, one {# character} other {# characters}} at most',
    fr: 'doit avoir {n, plural, one {# caractère} other {# caractères}} au plus',
  },
  longerText: {
    en: 'must have {n, plural, one {# character} other {# characters}} at least',
    fr: 'doit avoir {n, plural, one {# caractère} other {# caractères}} au moins',
  },
  fewer: {
    en: 'must have {n, plural, one {# entry} other {# entries}} at most',
    fr: 'doit avoir {n, plural, one {# élément} other {# éléments}} au plus',
  },
  more: {
    en: 'must have {n, plural, one {# entry} other {# entries}} at least',
    fr: 'doit avoir {n, plural, one {# élément} other {# éléments}} au moins',
  },
  smaller: { en: 'must be {n, number} at most', fr: 'doit être au plus {n, number}' },
  larger: { en: 'must be {n, number} at least', fr: 'doit être au moins {n, number}' },
  oneOf: { en: 'must be one of {values}', fr: 'doit être l’une de ces valeurs\u00a0: {values}' },
  unknownKey: { en: 'has unknown keys: {keys}', fr: 'a des clés inconnues\u00a0: {keys}' },
  email: { en: 'must be an email address', fr: 'doit être une adresse e-mail' },
  url: { en: 'must be a web address', fr: 'doit être une adresse web' },
  invalid: { en: 'is not valid', fr: 'n’est pas valable' },
} satisfies Messages

type Issue = z.core.$ZodIssue

/** What is wrong with a value, to follow its field: “must be a text”. */
export function issueWords(issue: Issue, language: Language): string {
  const french = ownIssueWords[issue.message]
  if (french !== undefined) return language === 'fr' ? french : issue.message
  if (issue.code === 'custom') return issue.message
  const { key, params } = wordOf(issue)
  return formatMessage(words, key, language, params)
}

interface Said {
  key: keyof typeof words
  params?: Record<string, string | number>
}

function wordOf(issue: Issue): Said {
  switch (issue.code) {
    case 'invalid_type':
      // Zod tells only in its message that nothing was there.
      if (issue.message.endsWith('received undefined')) return { key: 'missing' }
      return { key: isWord(issue.expected) ? issue.expected : 'invalid' }
    case 'too_small':
      return sizeWord(issue.origin, Number(issue.minimum), ['longerText', 'more', 'larger'])
    case 'too_big':
      return sizeWord(issue.origin, Number(issue.maximum), ['shorterText', 'fewer', 'smaller'])
    case 'invalid_value':
      return { key: 'oneOf', params: { values: issue.values.map(String).join(', ') } }
    case 'unrecognized_keys':
      return { key: 'unknownKey', params: { keys: issue.keys.join(', ') } }
    case 'invalid_format':
      return { key: isWord(issue.format) ? issue.format : 'invalid' }
    default:
      return { key: 'invalid' }
  }
}

const isWord = (name: string): name is keyof typeof words => Object.hasOwn(words, name)

function sizeWord(
  origin: string,
  n: number,
  [text, list, number]: [Said['key'], Said['key'], Said['key']],
): Said {
  const key = origin === 'string' ? text : ['array', 'set', 'map'].includes(origin) ? list : number
  return { key, params: { n } }
}
