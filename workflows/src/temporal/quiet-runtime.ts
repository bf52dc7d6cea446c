import { DefaultLogger, Runtime } from '@temporalio/worker'
import type { Logger } from 'pino'

let isInstalled = false

/** Sends what Temporal's SDK has to say into our log, once a process; its chatter stays below. */
export function quietRuntime(log: Logger): void {
  if (isInstalled) return
  isInstalled = true
  const logger = new DefaultLogger('WARN', ({ level, message, meta }) => {
    // The outside calls' worker has none on purpose.
    if (message.startsWith('No workflows registered')) return
    if (level === 'ERROR') log.error({ temporal: meta }, message)
    else log.warn({ temporal: meta }, message)
  })
  Runtime.install({
    logger,
    telemetryOptions: { logging: { forward: {}, filter: 'WARN' } },
    // By itself it would begin to stop its workers at a signal, and be found stopping when we do.
    shutdownSignals: [],
  })
}
