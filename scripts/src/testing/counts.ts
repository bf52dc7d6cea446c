import { z } from 'zod'

/** How many tests of one run went which way. */
export interface Counts {
  passed: number
  failed: number
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
  return { passed: numPassedTests, failed: atLeastOneUnless(success, numFailedTests) }
}

/** Counts of Playwright's JSON report. A test that needed a second try has failed: it cannot be trusted. */
export function countPlaywright(report: unknown): Counts {
  const { stats, errors } = playwrightReport.parse(report)
  const failed = stats.unexpected + stats.flaky
  return { passed: stats.expected, failed: atLeastOneUnless(errors.length === 0, failed) }
}

const atLeastOneUnless = (isFine: boolean, failed: number) =>
  isFine ? failed : Math.max(1, failed)

/** The last line of `npm test`, over all runs. */
export function finalLine(runs: Counts[]): string {
  const { passed, failed } = sum(runs)
  return `${passed} passed, ${failed} failed`
}

/** 0 when at least one test ran and none failed, else 1. */
export function exitCode(runs: Counts[]): number {
  const { passed, failed } = sum(runs)
  return failed === 0 && passed > 0 ? 0 : 1
}

function sum(runs: Counts[]): Counts {
  return {
    passed: runs.reduce((total, { passed }) => total + passed, 0),
    failed: runs.reduce((total, { failed }) => total + failed, 0),
  }
}
