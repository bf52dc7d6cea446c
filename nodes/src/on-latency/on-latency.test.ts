import { expect, test } from 'vitest'
import { fakeContext } from '../kit/fake-context'
import { cardOf } from '../testing/card-of'
import { onLatency } from './definition'
import { runOnLatency } from './run'

const config = { by: 'mean', days: 90, times: 1.5 } as const

test('lets in whoever’s next order is overdue', () => {
  expect(runOnLatency.enter(config, fakeContext())).toMatchObject({ exit: 'entered' })
})

test('reads as a sentence in both languages', () => {
  expect(cardOf(onLatency, config)).toEqual([
    'When the time since the last order reaches [the mean delay of their rank]',
    'Quand le temps depuis la dernière commande atteint [le délai moyen de leur rang]',
  ])
  expect(cardOf(onLatency, { ...config, by: 'fixed', days: 111 })).toEqual([
    'When the last order was [111] days ago',
    'Quand la dernière commande date de [111] jours',
  ])
  expect(cardOf(onLatency, { ...config, by: 'own' })).toEqual([
    'When the last order was [1.5] × [their own usual gap] ago',
    'Quand la dernière commande date de [1,5] × [leur propre rythme]',
  ])
})
