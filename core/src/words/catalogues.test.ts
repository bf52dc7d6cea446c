import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { builtInFields } from '../contact/contact-fields'
import { typographyFaults } from '../testing/french-typography'
import { callFaultTexts } from './call-fault-texts'
import { knownDetails } from './detail-words'
import { eventTitle, signalWords, standardEvents } from './event-words'
import { formatMessage } from './format-message'
import type { Words } from './language'
import { isProblemCode, problemTexts, problemWords, severityOf } from './problem-words'
import { providerFaultTexts } from './provider-fault-words'
import { readingWords } from './reading-words'
import { endReasons, failureReasons, gateReasons } from './reason-words'
import { replyWords } from './reply-words'
import { traceTexts } from './trace-texts'

const catalogues: Record<string, Record<string, Words>> = {
  problems: problemTexts,
  reading: readingWords,
  traces: traceTexts,
  gates: gateReasons,
  failures: failureReasons,
  calls: callFaultTexts,
  providers: providerFaultTexts,
  ends: endReasons,
  details: knownDetails,
  replies: replyWords,
  fields: Object.fromEntries(
    Object.entries(builtInFields).map(([name, { words }]) => [name, words]),
  ),
  events: Object.fromEntries(
    Object.entries(standardEvents).flatMap(([name, words]) =>
      Object.entries(words).map(([kind, text]) => [`${name} ${kind}`, text]),
    ),
  ),
  signals: Object.fromEntries(
    Object.entries(signalWords).flatMap(([name, words]) =>
      Object.entries(words).map(([kind, text]) => [`${name} ${kind}`, text]),
    ),
  ),
}
const texts = Object.entries(catalogues).flatMap(([subject, messages]) =>
  Object.entries(messages).map(([key, words]) => [`${subject}: ${key}`, words] as const),
)
const slotsOf = (text: string) =>
  [...new Set(text.match(/\{\w+/g) ?? [])].filter((slot) => /^\{[a-z]/.test(slot)).sort()
const argumentsOf = (text: string) =>
  slotsOf(text).filter((slot) => new RegExp(`\\${slot}(,|\\})`).test(text))

describe.each(texts)('%s', (_key, { en, fr }) => {
  test('is there in both languages, compiles, and has the same slots', () => {
    expect(en && fr).toBeTruthy()
    for (const [language, text] of Object.entries({ en, fr }))
      expect(() => new IntlMessageFormat(text, language)).not.toThrow()
    expect(argumentsOf(fr)).toEqual(argumentsOf(en))
  })
  test('is set as its language is', () => {
    expect(typographyFaults(fr)).toEqual([])
    expect(fr).not.toMatch(/['!]/)
    expect(en).not.toMatch(/['"«»]|\u202f|\u00a0|!/)
  })
})

test('problems are worded exactly, tips are told from fixes', () => {
  expect(problemWords('V02', 'en', { exit: '30 days passed' })).toBe(
    '“30 days passed” leads nowhere. Add a step or an end.',
  )
  expect(problemWords('V02', 'fr', { exit: 'Oui' })).toBe(
    '«\u202fOui\u202f» ne mène nulle part. Ajoutez une étape ou une sortie.',
  )
  expect(problemWords('V09', 'en', { n: 1, field: 'first name' })).toBe(
    '1 customer has no “first name”. Add a text for them.',
  )
  expect(problemWords('V09', 'fr', { n: 1614, field: 'prénom' })).toBe(
    '1\u202f614 clients n’ont pas de «\u202fprénom\u202f». Prévoyez un texte pour eux.',
  )
  expect(problemWords('V13', 'fr', { n: 99.5 })).toBe(
    'Les parts font 99,5\u00a0%, et non 100\u00a0%.',
  )
  expect(problemWords('V18', 'fr', { n: 2 })).toBe(
    'Le bon expire avant la fin de l’attente pour 2 personnes.',
  )
  expect(problemWords('V18', 'en', { n: 0 })).toBe('The credit ends before the wait does.')
  expect([severityOf('V02'), severityOf('V26')]).toEqual(['fix', 'tip'])
  expect([isProblemCode('V33'), isProblemCode('V34'), isProblemCode('constructor')]).toEqual([
    true,
    false,
    false,
  ])
  expect(Object.keys(problemTexts)).toHaveLength(33)
})

test('a slot without a value is an error, not a hole in a sentence', () => {
  expect(() => formatMessage(problemTexts, 'V03', 'en')).toThrow()
})

test('events of the client’s own are quoted', () => {
  expect([eventTitle('Order Completed', 'fr'), eventTitle('Quote Sent', 'fr')]).toEqual([
    'Commande',
    '«\u202fQuote Sent\u202f»',
  ])
})
