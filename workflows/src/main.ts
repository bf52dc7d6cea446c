import { AppError } from '@relance/core/error/app-error'
import { readEnvOrExit } from './env'
import { createLog } from './log'
import { startWorker } from './start-worker'

const env = readEnvOrExit()
const log = createLog('worker', env.LOG_LEVEL)
const worker = await startWorker(env, log).catch((error: unknown) => {
  if (!(error instanceof AppError) || error.code === 'internal') throw error
  // What the operator can mend is one line.
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})

// Whoever supervises this process waits for the word.
process.send?.('ready')

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    worker.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'did not stop cleanly')
        process.exit(1)
      },
    )
  })
}
