import { expect, test } from 'vitest'
import { fakeContext } from '../kit/fake-context'
import { cardOf } from '../testing/card-of'
import { onInactive } from './definition'
import { runOnInactive } from './run'

test('lets in whoever crossed the line', () => {
  expect(
    runOnInactive.enter({ signals: ['visit'], match: 'all', for: 'P14D' }, fakeContext()),
  ).toMatchObject({ exit: 'entered' })
})

test('reads as a sentence in both languages', () => {
  expect(cardOf(onInactive, { signals: ['visit'], for: 'P14D' })).toEqual([
    'When a customer has not [visited] for [14 days]',
    'Quand un client n’a [pas visité le site] depuis [14 jours]',
  ])
  expect(cardOf(onInactive, { signals: ['visit', 'order'], match: 'all', for: 'P90D' })).toEqual([
    'When a customer has not [visited or ordered] for [90 days]',
    'Quand un client n’a [ni visité le site, ni commandé] depuis [90 jours]',
  ])
  expect(cardOf(onInactive, { signals: ['visit', 'order'], match: 'any', for: 'P6M' })[1]).toBe(
    'Quand un client n’a [pas visité le site, ou pas commandé] depuis [6 mois]',
  )
})
