import { expect, test } from 'vitest'
import { searchSteps, textOfSource } from './search-steps'

const step = (id: string, more: object = {}) => ({
  ...{ id, title: '', sentence: '', message: '' },
  node: { id, type: 'end', version: 1, config: {} },
  ...more,
})
const node = (more: object) => ({ node: { id: 'x', type: 'end', version: 1, config: {}, ...more } })
const steps = [
  step('named', { title: 'E-mail 1' }),
  step('reads', { sentence: 'Attendre 7 jours après l’été' }),
  step('noted', node({ note: 'Ask Louis about the ÉTÉ sale' })),
  step('sends', { message: textOfSource('<mj-text class="winter">Summer  <b>été</b></mj-text>') }),
  step('set', node({ config: { rule: { or: [{ field: 'city', value: 'Étretat' }] }, days: 7 } })),
]

test('a word is found in names, sentences, notes, messages and settings, whatever its accents', () => {
  expect(searchSteps(steps, 'ETE')).toEqual(['reads', 'noted', 'sends'])
  expect(searchSteps(steps, ' e-mail ')).toEqual(['named'])
  expect(searchSteps(steps, 'étretat')).toEqual(['set'])
  expect(searchSteps(steps, '7')).toEqual(['reads', 'set'])
  expect(searchSteps(steps, 'summer été')).toEqual(['sends'])
})

test('tags of a message are not looked in, and an empty search finds nothing to dim', () => {
  expect(searchSteps(steps, 'winter')).toEqual([])
  expect(searchSteps(steps, '  ')).toBeNull()
})
