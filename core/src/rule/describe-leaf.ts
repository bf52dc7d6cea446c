import { builtIn, fieldWords } from '../contact/contact-fields'
import type { SentenceNames } from '../node/definition'
import { durationWords } from '../time/duration-words'
import { eventDone } from '../words/event-words'
import { formatMessage, type Messages } from '../words/format-message'
import type { Language } from '../words/language'
import { listClause } from './describe-list'
import type { EventLeaf, FieldLeaf, Operator, RuleValue } from './rule'
import { type ConsentLeaf, isEventLeaf, isFieldLeaf, isSegmentLeaf, type Leaf } from './rule-shape'

const phrases = {
  given: { en: 'has agreed to {channel}', fr: 'a accepté : {channel}' },
  'not-given': { en: 'has not agreed to {channel}', fr: 'n’a pas accepté : {channel}' },
  refused: { en: 'has refused {channel}', fr: 'a refusé : {channel}' },
  'not-refused': { en: 'has not refused {channel}', fr: 'n’a pas refusé : {channel}' },
  unknown: { en: 'has said nothing about {channel}', fr: 'ne s’est pas prononcé sur : {channel}' },
  'not-unknown': {
    en: 'has said yes or no to {channel}',
    fr: 'a répondu oui ou non à : {channel}',
  },
  'is-known': { en: 'is known', fr: 'se trouve dans la fiche' },
  'is-unknown': { en: 'is not known', fr: 'ne se trouve pas dans la fiche' },
  member: { en: 'is in “{segment}”', fr: 'fait partie de «\u202f{segment}\u202f»' },
  'not-member': {
    en: 'is not in “{segment}”',
    fr: 'ne fait pas partie de «\u202f{segment}\u202f»',
  },
  has: { en: 'has {done}', fr: 'a {done}' },
  'has-not': { en: 'has not {done}', fr: 'n’a pas {done}' },
  where: { en: '(where {rule})', fr: '(avec {rule})' },
  since: { en: 'since {node}', fr: 'depuis {node}' },
  of: { en: 'in {node}', fr: 'dans {node}' },
  within: { en: 'in the last {within}', fr: 'en {within}' },
  entry: { en: 'since entering', fr: 'depuis l’entrée' },
  anchor: { en: 'since the start', fr: 'depuis le départ' },
  times: { en: '{n, plural, one {# time} other {# times}}', fr: '{n, plural, other {# fois}}' },
  sum: { en: 'for {op} {n} in {property}', fr: 'pour {op} {n} en {property}' },
} satisfies Messages

const compared = {
  '=': { en: 'exactly', fr: 'exactement' },
  '!=': { en: 'other than', fr: 'un nombre autre que' },
  '<': { en: 'fewer than', fr: 'moins de' },
  '<=': { en: 'at most', fr: 'au plus' },
  '>': { en: 'more than', fr: 'plus de' },
  '>=': { en: 'at least', fr: 'au moins' },
} satisfies Messages

const fieldOperators: Messages<Operator> = {
  '=': { en: 'is {value}', fr: 'vaut {value}' },
  '!=': { en: 'is not {value}', fr: 'ne vaut pas {value}' },
  '<': { en: 'is below {value}', fr: 'est sous {value}' },
  '<=': { en: 'is {value} or less', fr: 'vaut {value} ou moins' },
  '>': { en: 'is above {value}', fr: 'dépasse {value}' },
  '>=': { en: 'is {value} or more', fr: 'vaut {value} ou plus' },
  in: { en: 'is one of {value}', fr: 'est parmi {value}' },
  contains: { en: 'contains {value}', fr: 'contient {value}' },
  'starts-with': { en: 'starts with {value}', fr: 'commence par {value}' },
  known: { en: 'is known', fr: 'se trouve dans la fiche' },
}

const agoOperators: Messages<Operator> = {
  '=': { en: 'was {value} ago', fr: 'date de {value}' },
  '!=': { en: 'was not {value} ago', fr: 'ne date pas de {value}' },
  '<': { en: 'was over {value} ago', fr: 'date de plus de {value}' },
  '<=': { en: 'was {value} ago or more', fr: 'date de {value} ou plus' },
  '>': { en: 'was less than {value} ago', fr: 'date de moins de {value}' },
  '>=': { en: 'was {value} ago or less', fr: 'date de {value} au plus' },
  in: { en: 'was {value} ago', fr: 'date de {value}' },
  contains: { en: 'was {value} ago', fr: 'date de {value}' },
  'starts-with': { en: 'was {value} ago', fr: 'date de {value}' },
  known: { en: 'is known', fr: 'se trouve dans la fiche' },
}

const channels: Readonly<Record<string, { en: string; fr: string }>> = {
  email: { en: 'email', fr: 'les e-mails' },
  sms: { en: 'text messages', fr: 'les SMS' },
  phone: { en: 'calls', fr: 'les appels' },
  post: { en: 'letters', fr: 'le courrier' },
}

/** An event leaf taken apart, so that leaves with the same window share it. */
export interface EventPhrase {
  done: string
  window: string
}

/** What was done, and in which window: {done: 'clicked', window: 'since email 1'}. */
export function eventPhrase(
  leaf: EventLeaf,
  language: Language,
  names: SentenceNames,
  where: (leaf: EventLeaf) => string,
): EventPhrase {
  const done = [eventDone(leaf.event, language), timesOf(leaf, language)]
  const filter = where(leaf)
  if (filter !== '') done.push(formatMessage(phrases, 'where', language, { rule: filter }))
  return { done: done.filter(Boolean).join(' '), window: windowOf(leaf, language, names) }
}

function timesOf({ count, sum }: EventLeaf, language: Language): string {
  if (sum) {
    const op = formatMessage(compared, sum.op, language)
    return formatMessage(phrases, 'sum', language, { op, n: sum.value, property: sum.property })
  }
  if (!count || (count.op === '>=' && count.value === 1)) return ''
  return `${formatMessage(compared, count.op, language)} ${formatMessage(phrases, 'times', language, { n: count.value })}`
}

function windowOf(
  { of, since, within }: EventLeaf,
  language: Language,
  names: SentenceNames,
): string {
  const parts: string[] = []
  if (of) parts.push(formatMessage(phrases, 'of', language, { node: names.node(of) ?? of }))
  if (since === 'entry' || since === 'anchor') parts.push(formatMessage(phrases, since, language))
  else if (since)
    parts.push(formatMessage(phrases, 'since', language, { node: names.node(since) ?? since }))
  if (within)
    parts.push(
      formatMessage(phrases, 'within', language, { within: durationWords(within, language) }),
    )
  return parts.join(' ')
}

/** A leaf other than an event's as a clause: “the RFM total is below 6”. */
function clauseOf(
  leaf: Exclude<Leaf, EventLeaf>,
  negated: boolean,
  language: Language,
  names: SentenceNames,
) {
  if (isFieldLeaf(leaf))
    return listClause(leaf, negated, language) ?? fieldClause(leaf, negated, language)
  if (isSegmentLeaf(leaf)) {
    const key = leaf.member === negated ? 'not-member' : 'member'
    return formatMessage(phrases, key, language, {
      segment: names.segment(leaf.segment) ?? leaf.segment,
    })
  }
  return consentClause(leaf, negated, language)
}

/** A channel as what one agrees to: “email”, “les e-mails”. */
export const channelWords = (channel: string, language: Language): string =>
  channels[channel]?.[language] ?? channel

function consentClause({ consent, state }: ConsentLeaf, negated: boolean, language: Language) {
  const channel = channelWords(consent, language)
  return formatMessage(phrases, negated ? `not-${state}` : state, language, { channel })
}

const inverse: Partial<Record<Operator, Operator>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
}

function fieldClause(
  { field, op, value }: FieldLeaf,
  negated: boolean,
  language: Language,
): string {
  const subject = fieldWords(field, language)
  if (op === 'known') {
    const key = (value === false) === negated ? 'is-known' : 'is-unknown'
    return `${subject} ${formatMessage(phrases, key, language)}`
  }
  const turned = negated ? inverse[op] : op
  const ago = typeof value === 'object' && 'ago' in value
  const words = formatMessage(ago ? agoOperators : fieldOperators, turned ?? op, language, {
    value: valueWords(field, value, language),
  })
  const clause = `${subject} ${words}`
  if (turned) return clause
  return language === 'en' ? `not: ${clause}` : `pas le cas : ${clause}`
}

function valueWords(field: string, value: RuleValue | undefined, language: Language): string {
  if (value === undefined) return '…'
  if (Array.isArray(value)) return value.map((one) => scalarWords(field, one, language)).join(', ')
  if (typeof value === 'object') return durationWords(value.ago, language)
  return scalarWords(field, value, language)
}

function scalarWords(field: string, value: string | number | boolean, language: Language): string {
  const choices = builtIn(field)?.choices
  const choice = choices && Object.hasOwn(choices, String(value)) && choices[String(value)]
  if (choice) return choice[language]
  if (typeof value === 'boolean') return yesNo[value ? 'yes' : 'no'][language]
  if (typeof value === 'string') return language === 'en' ? `“${value}”` : `« ${value} »`
  const isMoney = builtIn(field)?.kind === 'money'
  return new Intl.NumberFormat(language).format(isMoney ? value / 100 : value)
}

const yesNo = { yes: { en: 'yes', fr: 'oui' }, no: { en: 'no', fr: 'non' } } satisfies Messages

/** Any leaf as a clause of its own, said as it is or denied. */
export function leafClause(
  leaf: Leaf,
  negated: boolean,
  language: Language,
  names: SentenceNames,
  where: (leaf: EventLeaf) => string,
): string {
  if (!isEventLeaf(leaf)) return clauseOf(leaf, negated, language, names)
  const { done, window } = eventPhrase(leaf, language, names, where)
  const said = formatMessage(phrases, negated ? 'has-not' : 'has', language, { done })
  return window === '' ? said : `${said} ${window}`
}
