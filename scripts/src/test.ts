import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@relance/core/error/app-error'
import { buildWeb } from './app/build-web'
import { credentialsPath } from './app/sign-in-url'
import { startApp } from './app/start-app'
import { exitOnSignal } from './exit-on-signal'
import { pickPort } from './port/pick-port'
import { root } from './root'
import { type Stack, startStack } from './stack/start-stack'
import { type Counts, exitCode, finalLine } from './testing/counts'
import { findBrowser } from './testing/find-browser'
import { runPlaywright, runVitest } from './testing/run-tests'
import { testEnv } from './testing/test-env'
import { throwAwayFolder } from './testing/throw-away-folder'

const say = (line: string) => console.log(line)
const { dataDir, remove } = throwAwayFolder()
/** In the order to stop them. */
const running: { stop: () => Promise<void> }[] = []
let isStopping = false

async function stop(code: number, lastLine?: string) {
  if (isStopping) return
  isStopping = true
  for (const service of running.splice(0)) await service.stop()
  remove()
  if (lastLine) say(`\n${lastLine}`)
  process.exit(code)
}

/** The whole system, as `npm start` runs it, for the browser. */
async function runBrowserTests(stack: Stack, executable: string): Promise<Counts> {
  await buildWeb(say)
  const port = await pickPort()
  const url = `http://localhost:${port}`
  const app = startApp({ dataDir, stack, port, publicUrl: url, say, isThrowAway: true })
  running.unshift(app)
  await app.ready
  return await runPlaywright({
    ...testEnv(stack),
    RELANCE_TEST_URL: url,
    RELANCE_TEST_CREDENTIALS: credentialsPath(dataDir),
    RELANCE_CHROMIUM: executable,
  })
}

const hasBrowserTests = () => {
  const tests = join(root, 'e2e/src')
  return (
    existsSync(tests) &&
    readdirSync(tests, { recursive: true }).some((f) => /\.spec\.ts$/.test(String(f)))
  )
}

async function test(): Promise<Counts[]> {
  const executable = hasBrowserTests() ? await findBrowser(say) : undefined
  say('Starting Postgres, Temporal and a mail server for the tests…')
  const stack = await startStack({ dataDir, say, isThrowAway: true })
  running.unshift(stack)
  const counts = [await runVitest(testEnv(stack))]
  if (executable) counts.push(await runBrowserTests(stack, executable))
  return counts
}

exitOnSignal(() => void stop(1))
try {
  const counts = await test()
  await stop(exitCode(counts), finalLine(counts))
} catch (error) {
  if (!isStopping) console.error(error instanceof AppError ? error.message : error)
  await stop(1)
}
