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
