import { z } from 'zod'
import { playwrightFailures, vitestFailures } from './failures'

/** How many tests of one run went which way. */
export interface Counts {
  passed: number
  failed: number
  /** What failed, a line each, as far as the runner names it. */
  failures: string[]
}

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  success: z.boolean(),
})
const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
  errors: z.array(z.unknown()),
})

/** Counts of Vitest's JSON report. A file that could not even be read counts as one failure. */
export function countVitest(report: unknown): Counts {
  const { numPassedTests, numFailedTests, success } = vitestReport.parse(report)
  return {
    passed: numPassedTests,
    failed: atLeastOneUnless(success, numFailedTests),
    failures: vitestFailures(report),
  }
}

/** Counts of Playwright's JSON report. A test that needed a second try has failed: it cannot be trusted. */
export function countPlaywright(report: unknown): Counts {
  const { stats, errors } = playwrightReport.parse(report)
  const failed = stats.unexpected + stats.flaky
  return {
    passed: stats.expected,
    failed: atLeastOneUnless(errors.length === 0, failed),
    failures: playwrightFailures(report),
  }
}

const atLeastOneUnless = (isFine: boolean, failed: number) =>
  isFine ? failed : Math.max(1, failed)

/**
 * What `npm test` says last, over all runs: what failed, since nobody finds that in thousands of lines, and then how many
 * tests went which way, alone on the last line.
 */
export function finalLines(runs: Counts[]): string {
  const { passed, failed } = sum(runs)
  const failures = runs.flatMap(({ failures }) => failures)
  const count = `${passed} passed, ${failed} failed`
  return failures.length ? ['Failed:', ...failures, '', count].join('\n') : count
}

/** 0 when at least one test ran and none failed, else 1. */
export function exitCode(runs: Counts[]): number {
  const { passed, failed } = sum(runs)
  return failed === 0 && passed > 0 ? 0 : 1
}

function sum(runs: Counts[]) {
  return {
    passed: runs.reduce((total, { passed }) => total + passed, 0),
    failed: runs.reduce((total, { failed }) => total + failed, 0),
  }
}
