import { expect, test } from 'vitest'
import { restartDelayMs } from './restart-delay'

test('the first crash is answered at once, later ones ever more slowly, up to half a minute', () => {
  expect([1, 2, 3, 4, 7, 20].map(restartDelayMs)).toEqual([0, 1000, 2000, 4000, 30_000, 30_000])
})
