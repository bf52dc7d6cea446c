import { AppError } from '@relance/core/error/app-error'
import { exitOnSignal } from '../exit-on-signal'
import { type Stack, startStack } from '../stack/start-stack'
import { throwAwayFolder } from './throw-away-folder'

interface Ending {
  code: number
  /** Said last, when everything has stopped. */
  line?: string
}

export interface TestSession {
  stack: Stack
  /** Removed at the end. */
  dataDir: string
  say(line: string): void
  /** Stopped at the end, before what was started earlier. */
  alsoStop(service: { stop: () => Promise<void> }): void
}

/**
 * Starts Postgres, Temporal and a mail server on a folder that is thrown away, has `work` done there, stops all of it
 * and ends the process; a signal, or an error, ends it with 1.
 */
export async function testSession(work: (session: TestSession) => Promise<Ending>): Promise<void> {
  const say = (line: string) => console.log(line)
  const { dataDir, remove } = throwAwayFolder()
  /** In the order to stop them. */
  const running: { stop: () => Promise<void> }[] = []
  let isStopping = false
  const end = async ({ code, line }: Ending) => {
    if (isStopping) return
    isStopping = true
    for (const service of running.splice(0)) await service.stop()
    remove()
    if (line) say(`\n${line}`)
    process.exit(code)
  }
  exitOnSignal(() => void end({ code: 1 }))
  try {
    say('Starting Postgres, Temporal and a mail server for the tests…')
    const stack = await startStack({ dataDir, say, isThrowAway: true })
    running.unshift(stack)
    const alsoStop: TestSession['alsoStop'] = (service) => void running.unshift(service)
    await end(await work({ stack, dataDir, say, alsoStop }))
  } catch (error) {
    if (!isStopping) console.error(error instanceof AppError ? error.message : error)
    await end({ code: 1 })
  }
}
