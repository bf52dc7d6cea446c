import { expect, test } from 'vitest'
import { fakeContext } from '../kit/fake-context'
import { cardOf } from '../testing/card-of'
import { randomSplit } from './definition'
import { runRandomSplit } from './run'

const shares = [
  { exit: 'a', share: 10 },
  { exit: 'b', share: 0 },
  { exit: 'c', share: 90 },
]
const drawn = (random: number) =>
  runRandomSplit.enter({ shares }, fakeContext({ random: () => random }))

test.each([
  [0, 'a'],
  [0.0999, 'a'],
  [0.1, 'c'],
  [0.9999999, 'c'],
])('a draw of %d goes to %s', (random, exit) => expect(drawn(random)).toMatchObject({ exit }))

test('shares a hair below 100 leave nobody out', () => {
  const thirds = ['a', 'b', 'c'].map((exit) => ({ exit, share: 33.33 }))
  expect(
    runRandomSplit.enter({ shares: thirds }, fakeContext({ random: () => 0.99999 })),
  ).toMatchObject({ exit: 'c' })
})
test('reads as a sentence in both languages', () => {
  expect(cardOf(randomSplit, randomSplit.defaults)).toEqual([
    'Share out: [50%] A, [50%] B, for good',
    'Répartir\u00a0: [50\u00a0%] A, [50\u00a0%] B, une fois pour toutes',
  ])
})
