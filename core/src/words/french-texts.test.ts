import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { frenchTexts } from '../testing/french-texts'
import { typographyFaults } from '../testing/french-typography'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const packages = ['core', 'nodes', 'channels', 'templates', 'db', 'workflows', 'server', 'web']

test('spaces are told apart: narrow before ; ! ? and inside « », full before : % €', () => {
  expect(
    [
      'Prêt\u202f?',
      '«\u202fOui\u202f»\u00a0: 20\u00a0%',
      '12\u00a0€\u202f; à 9:30',
      'http://é.fr',
    ].flatMap(typographyFaults),
  ).toEqual([])
  const wrong = [
    'Prêt ?',
    '« Oui\u202f»',
    'Prêt\u202f:',
    '20\u202f%',
    'Prêt\u00a0?',
    '«\u00a0Oui»',
    'Prêt?',
    '20%',
    'Prêt: x',
  ]
  expect(wrong.map((text) => typographyFaults(text).length > 0)).toEqual(wrong.map(() => true))
})

test('every French text of ours is set as French is, in code, in mails and in scenarios that ship', () => {
  const texts = frenchTexts(root, packages)
  expect(texts.length).toBeGreaterThan(3_000)
  for (const ending of [
    'error-words.ts',
    'french-sentences.ts',
    'fr.mjml',
    'mail.yaml',
    'cart-abandonment.yaml',
  ])
    expect([ending, texts.some(({ where }) => where.includes(ending))]).toEqual([ending, true])
  expect(
    texts
      .map(({ where, text }) => ({ where, text, faults: typographyFaults(text) }))
      .filter(({ faults }) => faults.length > 0),
  ).toEqual([])
})
