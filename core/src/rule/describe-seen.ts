import { builtIn, fieldTitle } from '../contact/contact-fields'
import type { SentenceNames } from '../node/definition'
import { formatMessage, type Messages } from '../words/format-message'
import type { Language } from '../words/language'
import { channelWords, eventPhrase, leafClause } from './describe-leaf'
import { ruleClause } from './describe-rule'
import type { EventLeaf, Rule } from './rule'
import { isAnd, isEmptyRule, isEventLeaf, isFieldLeaf, isNot, isOr } from './rule-shape'

const words = {
  event: { en: '{done}', fr: 'a {done}' },
  sum: { en: '{property} of: {done}', fr: '{property} de\u00a0: {done}' },
  consent: { en: 'consent to {channel}', fr: 'accord pour {channel}' },
} satisfies Messages

/** What kind of value a leaf saw, so that it can be written in the reader's way. Money is in cents. */
export type SeenKind = 'times' | 'money' | 'instant' | 'consent' | 'plain'

/**
 * What a rule's leaf looked at, as the name of a value: “Clicked in email 1”, to stand before “never”.
 * A question there would read as if the value were its answer.
 */
export function describeSeen(
  leaf: Rule,
  language: Language,
  names: SentenceNames,
): { subject: string; kind: SeenKind } {
  if (isNot(leaf)) return describeSeen(leaf.not, language, names)
  if (isAnd(leaf) || isOr(leaf))
    return { subject: upperFirst(ruleClause(leaf, language, names)), kind: 'plain' }
  if (isEventLeaf(leaf)) return describeEvent(leaf, language, names)
  if (isFieldLeaf(leaf)) {
    const known = builtIn(leaf.field)
    const kind = known?.kind === 'money' || known?.kind === 'instant' ? known.kind : 'plain'
    return { subject: upperFirst(fieldTitle(leaf.field, language)), kind }
  }
  if ('consent' in leaf) {
    const channel = channelWords(leaf.consent, language)
    const subject = formatMessage(words, 'consent', language, { channel })
    return { subject: upperFirst(subject), kind: 'consent' }
  }
  const said = leafClause({ ...leaf, member: true }, false, language, names, () => '')
  return { subject: upperFirst(said), kind: 'plain' }
}

function describeEvent(
  { sum, count: _asked, ...leaf }: EventLeaf,
  language: Language,
  names: SentenceNames,
): { subject: string; kind: SeenKind } {
  const where = ({ where: rule }: EventLeaf) =>
    rule && !isEmptyRule(rule) ? ruleClause(rule, language, names) : ''
  const phrase = eventPhrase(leaf, language, names, where)
  const done = [phrase.done, phrase.window].filter(Boolean).join(' ')
  const subject = sum
    ? formatMessage(words, 'sum', language, { property: sum.property, done })
    : formatMessage(words, 'event', language, { done })
  return { subject: upperFirst(subject), kind: sum ? 'plain' : 'times' }
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
