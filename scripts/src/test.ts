import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root'
import { exitCode, finalLines } from './testing/counts'
import { findBrowser } from './testing/find-browser'
import { runInBrowser } from './testing/run-in-browser'
import { runVitest } from './testing/run-tests'
import { testEnv } from './testing/test-env'
import { testSession } from './testing/test-session'

const hasBrowserTests = () => {
  const tests = join(root, 'e2e/src')
  return (
    existsSync(tests) &&
    readdirSync(tests, { recursive: true }).some((f) => /\.spec\.ts$/.test(String(f)))
  )
}

await testSession(async ({ stack, dataDir, say, alsoStop }) => {
  // First: whoever lacks a browser should hear of it before the tests have run for minutes.
  const executable = hasBrowserTests() ? await findBrowser(say) : undefined
  const counts = [await runVitest(testEnv(stack))]
  if (executable)
    counts.push(await runInBrowser({ stack, dataDir, executable, say, onStarted: alsoStop }))
  return { code: exitCode(counts), line: finalLines(counts) }
})
