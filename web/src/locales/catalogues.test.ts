import { typographyFaults } from '@relance/core/testing/french-typography'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { en } from './en/catalogue'
import { fr } from './fr/catalogue'

/** Names of the slots of a message, the tags included. */
function slotsOf(text: string): string[] {
  const found = new Set<string>()
  const visit = (parts: ReturnType<IntlMessageFormat['getAst']>) => {
    for (const part of parts) {
      if (part.type === 0 || part.type === 7) continue
      found.add(part.value)
      if ('options' in part) for (const option of Object.values(part.options)) visit(option.value)
      if ('children' in part) visit(part.children)
    }
  }
  visit(new IntlMessageFormat(text, 'en').getAst())
  return [...found].sort()
}

test('both languages have the same keys', () => {
  expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort())
})

test('no key is said twice: the catalogue put together last would win, on the other page too', () => {
  const parts = import.meta.glob<Record<string, object>>(
    ['./en/*.ts', '!./en/catalogue.ts', '!./en/first.ts'],
    {
      eager: true,
    },
  )
  const keys = Object.values(parts).flatMap((part) => Object.values(part).flatMap(Object.keys))
  expect(keys.length).toBe(Object.keys(en).length)
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([])
})

test('every text has the same slots in both languages', () => {
  const french = new Map(Object.entries(fr))
  const differing = Object.entries(en).filter(
    ([key, text]) => slotsOf(french.get(key) ?? '').join() !== slotsOf(text).join(),
  )
  expect(differing).toEqual([])
})

test('French has its narrow spaces before ; ! ? and inside quotes, no-break ones before : and %', () => {
  const wrong = Object.entries(fr).filter(([, text]) => typographyFaults(text).length > 0)
  expect(wrong).toEqual([])
})

test('no text has a straight apostrophe or an exclamation mark', () => {
  const wrong = [...Object.values(en), ...Object.values(fr)].filter((text) =>
    /'|!/.test(text.replace('op.!=', '')),
  )
  expect(wrong).toEqual([])
})

/** Names, the same in every language. */
const names = new Set(['Amazon SES'])

test('no text of several words is the same in both languages: it was left untranslated', () => {
  const french = new Map(Object.entries(fr))
  const left = Object.entries(en).filter(
    ([key, text]) =>
      french.get(key) === text && /\p{L}{3,}[ ’]\p{L}{2,}/u.test(text) && !names.has(text),
  )
  expect(left.filter(([, text]) => !text.includes('plural'))).toEqual([])
})

test('French speaks to people as “vous”, and has no word that only those who build it know', () => {
  const wrong = Object.entries(fr).filter(([, text]) =>
    /(^|[^\p{L}])(tu|toi|ton|tes|payload|nœud|node|booléen|null|webhook url)([^\p{L}]|$)/iu.test(
      text.replace(/\{[^}]*\}|<[^>]*>/g, ' '),
    ),
  )
  expect(wrong).toEqual([])
})

test('no French text has an English word in it', () => {
  const english =
    /(^|[^\p{L}-])(the|and|of|with|your|you|this|that|for|from|not|are|was|will|when|which|email|emails|mail|save|cancel|please)([^\p{L}-]|$)/iu
  const wrong = Object.entries(fr).filter(([, text]) =>
    english.test(text.replace(/\{[^{}]*\}|<[^>]*>/g, ' ')),
  )
  expect(wrong).toEqual([])
})

test.each([
  'palette.triggers',
  'search.found',
  'fold.waiting',
  'problems.fixes',
  'draft.more',
  'people.firstOnly',
  'mailEditor.letters',
] as const)('a figure is written as its language writes it: %s', (key) => {
  const told = (text: string, language: string) =>
    new IntlMessageFormat(text, language).format({ n: 12345 })
  expect(told(en[key], 'en')).toContain('12,345')
  expect(told(fr[key], 'fr')).toContain('12\u202f345')
})
