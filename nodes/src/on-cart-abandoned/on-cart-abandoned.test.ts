import { expect, test } from 'vitest'
import { fakeContext } from '../kit/fake-context'
import { cardOf } from '../testing/card-of'
import { onCartAbandoned } from './definition'
import { runOnCartAbandoned } from './run'

test('lets in whoever left a cart', () => {
  expect(runOnCartAbandoned.enter({ idle: 'PT30M' }, fakeContext())).toMatchObject({
    exit: 'entered',
  })
})

test('reads as a sentence in both languages', () => {
  expect(cardOf(onCartAbandoned, { idle: 'PT30M' })).toEqual([
    'When a cart has been idle for [30 minutes]',
    'Quand un panier est resté sans activité [30 minutes]',
  ])
})
