import { expect, test } from 'vitest'
import { machineLanguage } from './machine-language'

test('a machine set to French begins in French, any other in English', () => {
  expect(machineLanguage({ LANG: 'fr_FR.UTF-8' })).toBe('fr')
  expect(machineLanguage({ LC_ALL: '', LANG: 'fr_CA' })).toBe('fr')
  expect(machineLanguage({ LC_ALL: 'en_GB.UTF-8', LANG: 'fr_FR' })).toBe('en')
  expect([{ LANG: 'C.UTF-8' }, { LANG: 'de_DE' }, {}].map(machineLanguage)).toEqual([
    'en',
    'en',
    'en',
  ])
})
