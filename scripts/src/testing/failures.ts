import { relative } from 'node:path'
import { z } from 'zod'
import { root } from '../root'

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()),
        }),
      ),
    }),
  ),
})

/**
 * What failed by Vitest's JSON report, a line each: the file, the test and the first line of why. A file that could not
 * be read has no test to name.
 */
export function vitestFailures(report: unknown): string[] {
  return vitestReport.parse(report).testResults.flatMap(({ name, status, message, ...file }) => {
    const where = relative(root, name)
    const failed = file.assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0 && status === 'failed') return [`${where}: ${firstLine(message)}`]
    return failed.map(
      (test) => `${where} › ${test.fullName}: ${firstLine(test.failureMessages[0] ?? '')}`,
    )
  })
}

const spec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.int(),
  tests: z.array(
    z.object({
      status: z.string(),
      results: z.array(z.object({ error: z.object({ message: z.string() }).optional() })),
    }),
  ),
})
const suite = z.object({
  specs: z.array(spec),
  get suites() {
    return z.array(suite).optional()
  },
})
type Suite = z.infer<typeof suite>

/** The same of Playwright's: what failed, and what needed a second try. */
export function playwrightFailures(report: unknown): string[] {
  return z
    .object({ suites: z.array(suite) })
    .parse(report)
    .suites.flatMap(failuresOf)
}

const failuresOf = ({ specs, suites = [] }: Suite): string[] => [
  ...specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => {
        const message = results.find(({ error }) => error)?.error?.message ?? ''
        return `e2e/src/${file}:${line} › ${title}: ${firstLine(message)}`
      }),
  ),
  ...suites.flatMap(failuresOf),
]

const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')
const firstLine = (text: string) => text.replace(COLOURS, '').trim().split('\n')[0] ?? ''
