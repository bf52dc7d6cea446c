import { expect, test } from 'vitest'
import { type LeverFacts, leverScores } from './lever-scores'

const quiet: LeverFacts = {
  ...{ checks: { ok: 4, all: 4 }, sent: 0, hardBounced: 0, blocked: 0, complained: 0 },
  ...{ largestDay: 0, usualDay: 0 },
}
const scores = (change: Partial<LeverFacts>) =>
  Object.fromEntries(leverScores({ ...quiet, ...change }).map(({ lever, score }) => [lever, score]))

test('who has sent nothing is judged by the set-up alone', () => {
  expect(scores({ checks: { ok: 3, all: 4 } })).toEqual({
    ...{ 'set-up': 75, base: null, volume: null, filtering: null, complaints: null },
  })
})

test('each lever falls to nothing where sending would be paused or refused', () => {
  expect(scores({ sent: 1000, largestDay: 500 })).toMatchObject({
    ...{ base: 100, volume: 100, filtering: 100, complaints: 100 },
  })
  expect(scores({ sent: 1000, hardBounced: 20, blocked: 10, complained: 3 })).toMatchObject({
    ...{ base: 0, filtering: 0, complaints: 0 },
  })
  expect(scores({ sent: 2000, hardBounced: 25, blocked: 5, complained: 3 })).toMatchObject({
    ...{ base: 50, filtering: 75, complaints: 50 },
  })
})

test('a day of many times the usual costs, unless it is within what a warm-up begins with', () => {
  expect(scores({ sent: 9000, largestDay: 1000, usualDay: 20 }).volume).toBe(100)
  expect(scores({ sent: 9000, largestDay: 7000, usualDay: 2000 }).volume).toBe(50)
  expect(scores({ sent: 90_000, largestDay: 40_000, usualDay: 2000 }).volume).toBe(0)
})

test('the figures behind a score are told with it', () => {
  expect(leverScores({ ...quiet, sent: 200, hardBounced: 3 })[1]).toEqual({
    ...{ lever: 'base', score: 33, part: 3, all: 200 },
  })
})
