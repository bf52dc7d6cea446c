import { formatWords } from '@relance/core/words/format-message'
import { liquidFaultTexts } from '@relance/templates/liquid/liquid-fault-texts'
import { expect, test } from 'vitest'
import { inFrench } from './error-words'

test.each([
  ['This flow of words is not ours.', 'This flow of words is not ours.'],
  ['This scenario does not exist.', 'Ce scénario n’existe pas.'],
  [
    'The field totalSpent is computed; it cannot be set.',
    'Le champ totalSpent est calculé\u202f; il ne peut pas être modifié.',
  ],
  [
    'The file lacks a column for: email, amount.',
    'Il manque au fichier une colonne pour\u00a0: email, amount.',
  ],
])('%s', (english, french) => expect(inFrench(english)).toBe(french))

test.each(Object.entries(liquidFaultTexts))(
  'a fault of Liquid is told in French, what it names as it was written: %s',
  (_code, words) => {
    const [, slot = 'none'] = /\{(\w+)\}/.exec(words.en) ?? []
    const params = { [slot]: '{% if “$1” $& (a|b) %}\n{{ x' }
    expect(inFrench(formatWords(words, 'en', params))).toBe(formatWords(words, 'fr', params))
  },
)
