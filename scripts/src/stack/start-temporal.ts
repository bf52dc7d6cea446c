import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { AppError } from '@relance/core/error/app-error'
import type { Surroundings } from '../child/child-spec'
import { supervise } from '../child/supervise'
import { reasonOf } from '../config/reason-of'
import { rememberedPort } from '../port/remembered-port'
import { findTemporal } from '../temporal/find-temporal'

const FIRST_PORT = 7233
const FIRST_PAGE_PORT = 8233
const START_WITHIN_MS = 60_000
const STOP_WITHIN_MS = 15_000
const ANSWER_WITHIN_MS = 10_000
const PAUSE_MS = 50
const NAMESPACE = 'default'
const run = promisify(execFile)

/** Starts Temporal's development server, whose state is one file in the data folder. */
export async function startTemporal(surroundings: Surroundings) {
  const { dataDir, say, isThrowAway } = surroundings
  const command = await findTemporal(say)
  const port = await rememberedPort(dataDir, 'temporal', isThrowAway ? undefined : FIRST_PORT)
  const firstPage = isThrowAway ? undefined : FIRST_PAGE_PORT
  const pagePort = await rememberedPort(dataDir, 'temporal-page', firstPage)
  const service = supervise(
    {
      name: 'temporal',
      title: 'Temporal',
      command,
      args: [
        ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port)],
        ...['--ui-port', String(pagePort), '--namespace', NAMESPACE],
        ...['--db-filename', join(dataDir, 'temporal.db')],
        ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'],
        ...['--log-level', 'warn'],
        // By itself it gathers the timers of a second: a wait would end up to a second late.
        ...['--dynamic-config-value', 'history.timerProcessorMaxTimeShift="20ms"'],
      ],
      cwd: dataDir,
      // It keeps what it has done in memory for an hour; half of Go's usual slack on top of that is enough.
      env: { GOGC: process.env.GOGC ?? '50' },
      keep: { stopSignal: 'SIGTERM' },
      stopWithinMs: STOP_WITHIN_MS,
    },
    surroundings,
  )
  const address = `127.0.0.1:${port}`
  try {
    await service.untilReady(untilAnswering(command, address))
  } catch (error) {
    await service.stop()
    throw error
  }
  return {
    address,
    namespace: NAMESPACE,
    pageUrl: `http://localhost:${pagePort}`,
    stop: service.stop,
  }
}

/** Temporal's own program asks: its client for Node would stay in this process' memory for good. */
async function untilAnswering(command: string, address: string) {
  const end = Date.now() + START_WITHIN_MS
  const args = [
    ...['operator', 'namespace', 'describe', '--namespace', NAMESPACE, '--address', address],
    // What the environment says of a Temporal elsewhere is not meant for ours.
    ...['--disable-config-env', '--disable-config-file'],
  ]
  let reason = ''
  while (Date.now() < end) {
    try {
      await run(command, args, { timeout: ANSWER_WITHIN_MS })
      return
    } catch (error) {
      const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : ''
      reason = said.trim() || reasonOf(error)
      await pause(PAUSE_MS)
    }
  }
  throw new AppError('unavailable', `Temporal does not answer at ${address}: ${reason}.`)
}
