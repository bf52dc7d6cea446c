import { expect, test } from 'vitest'
import { countPlaywright, countVitest, exitCode, finalLine } from './counts'

const vitest = { numPassedTests: 40, numFailedTests: 2, success: false }
const playwright = { stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [] }

test('the final line adds up both runs', () => {
  const runs = [countVitest(vitest), countPlaywright(playwright)]
  expect(finalLine(runs)).toBe('45 passed, 4 failed')
  expect(exitCode(runs)).toBe(1)
})

test('a test file that does not load is a failure, though none of its tests ran', () => {
  expect(countVitest({ ...vitest, numFailedTests: 0 })).toEqual({ passed: 40, failed: 1 })
})

test('a browser run that broke outside its tests is a failure', () => {
  const report = { stats: { expected: 5, unexpected: 0, flaky: 0 }, errors: [{}] }
  expect(countPlaywright(report)).toEqual({ passed: 5, failed: 1 })
})

test('no test at all is no success', () => {
  expect(exitCode([{ passed: 0, failed: 0 }])).toBe(1)
  expect(exitCode([{ passed: 1, failed: 0 }])).toBe(0)
})
