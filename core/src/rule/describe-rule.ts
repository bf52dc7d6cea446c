import type { SentenceNames, SentencePart } from '../node/definition'
import { missing, plain, value } from '../node/sentence'
import { formatMessage, type Messages } from '../words/format-message'
import type { Language } from '../words/language'
import { eventPhrase, leafClause } from './describe-leaf'
import type { EventLeaf, Rule } from './rule'
import { isAnd, isEmptyRule, isEventLeaf, isNot, isOr } from './rule-shape'

const words = {
  and: { en: ' and ', fr: ' et ' },
  or: { en: ' or ', fr: ' ou ' },
  has: { en: 'Has ', fr: 'A ' },
  end: { en: '?', fr: ' ?' },
  empty: { en: 'What should be true?', fr: 'Que faut-il vérifier ?' },
  anyone: { en: 'anyone', fr: 'tout le monde' },
} satisfies Messages

/** Where a rule stands in a config, and in which words it is said. */
export interface RuleSpeech {
  language: Language
  names: SentenceNames
  /** The config field a click opens. */
  field: string
}

/**
 * A rule as a question: “Has clicked or come back to the site since email 1?”
 * An empty one is a missing value.
 */
export function describeRule(rule: Rule, { language, names, field }: RuleSpeech): SentencePart[] {
  if (isEmptyRule(rule)) return [missing(field, formatMessage(words, 'empty', language))]
  const end = plain(formatMessage(words, 'end', language))
  const shared = sharedEvents(rule, language, names)
  if (shared) {
    const joined = shared.done.flatMap((done, index): SentencePart[] =>
      index === 0
        ? [value(field, done)]
        : [plain(words[shared.joint][language]), value(field, done)],
    )
    const window = shared.window === '' ? [] : [plain(` ${shared.window}`)]
    return [plain(words.has[language]), ...joined, ...window, end]
  }
  return [value(field, upperFirst(ruleClause(rule, language, names))), end]
}

/** A rule as a clause, to follow “if”: “has ordered since entering and is in At risk”. */
export function ruleClause(rule: Rule, language: Language, names: SentenceNames): string {
  return isEmptyRule(rule) ? words.anyone[language] : clause(rule, false, language, names)
}

/** Event leaves side by side with one window, which is then said once. */
function sharedEvents(rule: Rule, language: Language, names: SentenceNames) {
  const joint = isOr(rule) ? 'or' : 'and'
  const leaves = isOr(rule) ? rule.or : isAnd(rule) ? rule.and : [rule]
  if (!leaves.every(isEventLeaf)) return null
  const where = whereClause(language, names)
  const said = leaves.map((leaf) => ({ leaf, ...eventPhrase(leaf, language, names, where) }))
  const window = said.at(-1)?.window ?? ''
  const same = said.every(
    ({ leaf, window: own }) => own === window || leaf.of === leaves.at(-1)?.since,
  )
  return same ? ({ joint, done: said.map(({ done }) => done), window } as const) : null
}

const whereClause =
  (language: Language, names: SentenceNames) =>
  ({ where }: EventLeaf): string =>
    where && !isEmptyRule(where) ? clause(where, false, language, names) : ''

function clause(rule: Rule, negated: boolean, language: Language, names: SentenceNames): string {
  if (isNot(rule)) return clause(rule.not, !negated, language, names)
  if (!isAnd(rule) && !isOr(rule)) {
    return leafClause(rule, negated, language, names, whereClause(language, names))
  }
  const parts = (isAnd(rule) ? rule.and : rule.or).filter((part) => !isEmptyRule(part))
  const joint = isAnd(rule) !== negated ? 'and' : 'or'
  const said = parts.map((part) => {
    const inner = clause(part, negated, language, names)
    return needsBrackets(part) && parts.length > 1 ? `(${inner})` : inner
  })
  return said.join(words[joint][language])
}

const needsBrackets = (rule: Rule): boolean =>
  isNot(rule)
    ? needsBrackets(rule.not)
    : (isAnd(rule) && rule.and.length > 1) || (isOr(rule) && rule.or.length > 1)

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
