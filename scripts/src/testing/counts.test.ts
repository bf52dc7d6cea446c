import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../root'
import { countPlaywright, countVitest, exitCode, finalLines } from './counts'

const passed = { fullName: 'sends one mail', status: 'passed', failureMessages: [] }
const failed = {
  ...{ fullName: 'sends no mail', status: 'failed' },
  failureMessages: [
    '\u001b[31mAssertionError: expected 1 to be 0\u001b[39m\n    at send.test.ts:9',
  ],
}
const file = { name: join(root, 'db/src/send.test.ts'), status: 'failed', message: '' }
const unloaded = {
  ...{ name: join(root, 'db/src/gate.test.ts'), status: 'failed', assertionResults: [] },
  message: 'SyntaxError: unexpected end of file',
}
const vitest = {
  ...{ numPassedTests: 40, numFailedTests: 1, success: false },
  testResults: [{ ...file, assertionResults: [passed, failed] }],
}

const errorOf = (message: string) => ({ results: [{ error: { message } }, {}] })
const specs = [
  { title: 'draws', file: 'draw.spec.ts', line: 7, tests: [{ status: 'expected', results: [{}] }] },
  {
    ...{ title: 'publishes', file: 'draw.spec.ts', line: 30 },
    tests: [{ status: 'unexpected', ...errorOf('Error: nothing is live\nmore') }],
  },
]
const second = {
  ...{ title: 'undoes', file: 'undo.spec.ts', line: 4 },
  tests: [{ status: 'flaky', ...errorOf('Error: late') }],
}
const playwright = {
  stats: { expected: 5, unexpected: 1, flaky: 1 },
  errors: [],
  suites: [{ specs, suites: [{ specs: [second] }] }],
}

test('what is said last names what failed in both runs, and adds them up on its last line', () => {
  const runs = [countVitest(vitest), countPlaywright(playwright)]
  expect(finalLines(runs).split('\n')).toEqual([
    'Failed:',
    'db/src/send.test.ts › sends no mail: AssertionError: expected 1 to be 0',
    'e2e/src/draw.spec.ts:30 › publishes: Error: nothing is live',
    'e2e/src/undo.spec.ts:4 › undoes: Error: late',
    '',
    '45 passed, 3 failed',
  ])
  expect(exitCode(runs)).toBe(1)
})

test('where nothing failed, the count is all that is said', () => {
  const fine = { numPassedTests: 2, numFailedTests: 0, success: true, testResults: [] }
  expect(finalLines([countVitest(fine)])).toBe('2 passed, 0 failed')
})

test('a test file that does not load is a failure, though none of its tests ran', () => {
  expect(countVitest({ ...vitest, numFailedTests: 0, testResults: [unloaded] })).toEqual({
    ...{ passed: 40, failed: 1 },
    failures: ['db/src/gate.test.ts: SyntaxError: unexpected end of file'],
  })
})

test('a browser run that broke outside its tests is a failure', () => {
  const report = { stats: { expected: 5, unexpected: 0, flaky: 0 }, errors: [{}], suites: [] }
  expect(countPlaywright(report)).toEqual({ passed: 5, failed: 1, failures: [] })
})

test('no test at all is no success', () => {
  expect(exitCode([{ passed: 0, failed: 0, failures: [] }])).toBe(1)
  expect(exitCode([{ passed: 1, failed: 0, failures: [] }])).toBe(0)
})
