import { buildWeb } from '../app/build-web'
import { credentialsPath } from '../app/sign-in-url'
import { startApp } from '../app/start-app'
import { pickPort } from '../port/pick-port'
import type { Stack } from '../stack/start-stack'
import type { Counts } from './counts'
import { runPlaywright } from './run-tests'
import { testEnv } from './test-env'

interface BrowserRun {
  stack: Stack
  dataDir: string
  /** The browser's path. */
  executable: string
  say(line: string): void
  /** Told of the started app, so that whoever stops the run stops it too. */
  onStarted(app: { stop: () => Promise<void> }): void
  /** What the tests are told besides. */
  env?: Record<string, string>
}

/** Starts the whole system, as `npm start` runs it, and sends a browser through it. */
export async function runInBrowser(run: BrowserRun): Promise<Counts> {
  const { stack, dataDir, say } = run
  await buildWeb(say)
  const port = await pickPort()
  const url = `http://localhost:${port}`
  const smtpInPort = String(await pickPort())
  const app = startApp({
    ...{ dataDir, stack, port, publicUrl: url, say, isThrowAway: true },
    // So that the tests can answer mails.
    env: {
      ...{ RELANCE_BOUNCE_DOMAIN: 'back.shop.example', RELANCE_SMTP_IN_HOST: '127.0.0.1' },
      RELANCE_SMTP_IN_PORT: smtpInPort,
    },
  })
  run.onStarted(app)
  await app.ready
  return await runPlaywright({
    ...testEnv(stack),
    RELANCE_TEST_URL: url,
    RELANCE_TEST_SMTP_IN_PORT: smtpInPort,
    RELANCE_TEST_CREDENTIALS: credentialsPath(dataDir),
    RELANCE_CHROMIUM: run.executable,
    ...run.env,
  })
}
