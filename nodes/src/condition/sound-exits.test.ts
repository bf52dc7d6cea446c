import { soundExits } from '@relance/core/node/sound-exits'
import { expect, test } from 'vitest'
import { condition } from './definition'

const names = (config: Record<string, unknown>) =>
  soundExits(condition, config).map(({ exit }) => exit)

test('a condition whose rule is still being written keeps its ways out', () => {
  const branches = [
    { exit: 'clicked', label: 'Clicked', rule: {} },
    { exit: 'came', rule: null },
  ]
  expect(names({ branches, otherwise: { exit: 'rest' } })).toEqual(['clicked', 'came', 'rest'])
})

test.each([
  [
    'names in two languages where one text belongs',
    { branches: [{ exit: 'yes', label: { en: 'Yes', fr: 'Oui' } }] },
  ],
  ['no list', { branches: 'yes' }],
  ['no names', { branches: [{ exit: 7 }, null], otherwise: 3 }],
])('a condition with %s is drawn with the ways out of a new one', (_, config) => {
  expect(names(config)).toEqual(['yes', 'no'])
})
