import { expect, test } from 'vitest'
import { fakeContext } from '../kit/fake-context'
import { cardOf } from '../testing/card-of'
import { onScoreDrop } from './definition'
import { runOnScoreDrop } from './run'

const config = { watch: 'total', points: 2, within: 'P90D', bottom: 20 } as const

test('lets in whoever’s score has fallen', () => {
  expect(runOnScoreDrop.enter(config, fakeContext())).toMatchObject({ exit: 'entered' })
})

test('reads as a sentence in both languages', () => {
  expect(cardOf(onScoreDrop, config)).toEqual([
    'When [the RFM total] falls by [2] points within [90 days]',
    'Quand [le total RFM] baisse de [2] points en [90 jours]',
  ])
  expect(cardOf(onScoreDrop, { ...config, watch: 'r', points: 1 })[0]).toBe(
    'When [the recency score] falls by [1] point within [90 days]',
  )
  expect(cardOf(onScoreDrop, { ...config, watch: 'percentile' })).toEqual([
    'When [the RFM rank] falls into the last [20%]',
    'Quand [le rang RFM] tombe parmi les derniers [20\u00a0%]',
  ])
})
