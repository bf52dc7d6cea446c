import { expect, test } from 'vitest'
import { fakeContext } from '../kit/fake-context'
import { cardOf } from '../testing/card-of'
import { end } from './definition'
import { runEnd } from './run'

test('ends as an exit with the reason as a word', () => {
  expect(runEnd.enter({ as: 'exit', reason: 'came-back' }, fakeContext())).toEqual({
    kind: 'end',
    as: 'exit',
    detail: 'came-back',
  })
  expect(runEnd.enter({ as: 'exit', reason: 'Déjà équipé !' }, fakeContext())).toMatchObject({
    detail: 'deja-equipe',
  })
})
test('ends as a goal, with or without a reason', () => {
  expect(runEnd.enter({ as: 'goal' }, fakeContext())).toEqual({
    kind: 'end',
    as: 'goal',
    detail: null,
  })
})
test('reads as a sentence in both languages', () => {
  expect(cardOf(end, { as: 'exit', reason: 'came-back' })).toEqual([
    'End: [came back]',
    'Sortie\u00a0: [retour spontané]',
  ])
  expect(cardOf(end, { as: 'goal', reason: 'ordered' })).toEqual([
    '[Goal reached]: [an order]',
    '[Objectif atteint]\u00a0: [une commande]',
  ])
})
