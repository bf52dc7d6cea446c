import { expect, test } from 'vitest'
import { readerLanguage } from './reader-language'

test('the heaviest language that we speak is taken', () => {
  expect(readerLanguage('de, fr-CA;q=0.8, en;q=0.5')).toBe('fr')
  expect(readerLanguage('en;q=0.2, fr;q=0.9')).toBe('fr')
  expect(readerLanguage('fr')).toBe('fr')
})

test('a header without one of ours says nothing', () => {
  expect(readerLanguage('de, nl')).toBeNull()
  expect(readerLanguage(undefined)).toBeNull()
})
