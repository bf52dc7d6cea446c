import { setTimeout as pause } from 'node:timers/promises'
import { buildPrograms } from '../../lib/build-programs.mjs'
import { ourNodeArgs } from '../child/our-node-args'
import { type Supervised, supervise } from '../child/supervise'
import { root } from '../root'
import type { Stack } from '../stack/start-stack'
import { echoLogLine } from './echo-log-line'
import { waitForHealth } from './wait-for-health'

const HEALTHY_WITHIN_MS = 180_000
const WORKER_READY_WITHIN_MS = 120_000
const SERVER_STOPS_WITHIN_MS = 15_000
/** The worker drains what it is doing for up to 30 s. */
const WORKER_STOPS_WITHIN_MS = 40_000

interface Options {
  dataDir: string
  stack: Pick<Stack, 'databaseUrl' | 'socketUrl' | 'temporalEnv' | 'smtpUrl' | 'inboxUrl'>
  port: number
  /** Where people reach the server; also what links in mails start with. */
  publicUrl: string
  say: (line: string) => void
  isThrowAway?: boolean
  /** What both read besides. */
  env?: Record<string, string>
}

/**
 * Starts server and worker. `ready` resolves when both work: the server when `GET /health/live` is 200, the
 * worker when it has sent `'ready'` over its channel; it rejects with an AppError, holding a child's
 * last words, when that keeps crashing. `stop` works before that, too.
 */
export function startApp({ stack, say, isThrowAway = false, ...app }: Options) {
  const surroundings = { dataDir: app.dataDir, say, isThrowAway }
  const common = { command: process.execPath, cwd: root, echo: echoLogLine }
  const env = {
    PORT: String(app.port),
    RELANCE_URL: app.publicUrl,
    RELANCE_DATA_DIR: app.dataDir,
    DATABASE_URL: stack.socketUrl ?? stack.databaseUrl,
    SMTP_URL: stack.smtpUrl,
    RELANCE_INBOX_URL: stack.inboxUrl,
    ...stack.temporalEnv,
    ...app.env,
  }
  const run = (name: string, file: string, stopWithinMs: number) => {
    const args = ['--enable-source-maps', ...ourNodeArgs(file)]
    const service = supervise(
      { ...common, env, name, title: `The ${name}`, args, stopWithinMs },
      surroundings,
    )
    running.push(service)
    return service
  }
  const running: Supervised[] = []
  const stop = async () => {
    for (const service of running.splice(0)) await service.stop()
  }

  const startBoth = async () => {
    const [serverFile = '', workerFile = ''] = await buildPrograms(
      'server/src/main.ts',
      'workflows/src/main.ts',
    )
    const server = run('server', serverFile, SERVER_STOPS_WITHIN_MS)
    // The server migrates the database, so the worker comes second.
    await server.untilReady(waitForHealth(`http://127.0.0.1:${app.port}`, HEALTHY_WITHIN_MS))
    const worker = run('worker', workerFile, WORKER_STOPS_WITHIN_MS)
    const late = pause(WORKER_READY_WITHIN_MS, 'late', { ref: false })
    const first = Promise.race([worker.saidReady, late])
    await worker.untilReady(first)
    if ((await first) === 'late') say('The worker has not said that it is ready; see its log.')
  }
  return { ready: startBoth(), stop }
}
