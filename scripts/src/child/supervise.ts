import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '@relance/core/error/app-error'
import type { ChildSpec, Surroundings } from './child-spec'
import { deferred } from './deferred'
import { openLog } from './log-file'
import { restartDelayMs } from './restart-delay'
import { removeRunFile } from './run-file'
import { spawnChild } from './spawn-child'

/** Running this long, a process is taken to be sound again. */
const SOUND_AFTER_MS = 60_000
const TRIES_BEFORE_READY = 3

/** A service that is kept running until it is stopped. */
export interface Supervised {
  name: string
  /** Waits for `ready`; throws with the service's last words when it keeps crashing before that. */
  untilReady: (ready: Promise<unknown>) => Promise<void>
  /** Resolves when the service has sent `'ready'` over its channel, in whichever of its runs. */
  saidReady: Promise<void>
  stop: () => Promise<void>
}

/** Starts a service and starts it again whenever it ends by itself. */
export function supervise(spec: ChildSpec, surroundings: Surroundings): Supervised {
  const { dataDir, say } = surroundings
  const log = openLog(dataDir, spec.name)
  const stopping = new AbortController()
  const gaveUp = deferred<never>()
  // Whoever waits for readiness hears of it; nobody else has to.
  gaveUp.promise.catch(() => undefined)
  const saidReady = deferred<void>()
  let isReady = false
  let child = spawnChild(spec, surroundings, log.stream)

  async function keepRunning() {
    for (let crashes = 1; !stopping.signal.aborted; crashes++) {
      void child.ready.then(saidReady.resolve)
      const startedAt = Date.now()
      const { code, signal } = await child.exited
      if (stopping.signal.aborted) return
      if (Date.now() - startedAt > SOUND_AFTER_MS) crashes = 1
      const how = signal ?? `code ${code}`
      if (!isReady && crashes >= TRIES_BEFORE_READY) {
        const words = child.lastLines.join('\n')
        const message = `${spec.title} does not start (${how}). Its log: ${log.path}\n${words}`
        return gaveUp.reject(new AppError('unavailable', message))
      }
      const delay = restartDelayMs(crashes)
      if (isReady) say(`${spec.title} ended (${how}); ${again(delay)}. Its log: ${log.path}`)
      await pause(delay, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (!stopping.signal.aborted) child = spawnChild(spec, surroundings, log.stream)
    }
  }
  const running = keepRunning()

  return {
    name: spec.name,
    saidReady: saidReady.promise,
    async untilReady(ready) {
      await Promise.race([ready, gaveUp.promise])
      isReady = true
    },
    async stop() {
      stopping.abort()
      await child.stop()
      await running
      removeRunFile(dataDir, spec.name)
      log.stream.end()
    },
  }
}

const again = (delayMs: number) =>
  delayMs === 0 ? 'starting it again' : `starting it again in ${delayMs / 1000} s`
