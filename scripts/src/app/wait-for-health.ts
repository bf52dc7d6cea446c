import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '@relance/core/error/app-error'

const PAUSE_MS = 100
const ANSWER_WITHIN_MS = 2_000

/**
 * Waits until `GET /health/live` answers 200: the server, that is; whether a worker is there is another matter.
 * @throws AppError unavailable when it did not within the time
 */
export async function waitForHealth(url: string, withinMs: number): Promise<void> {
  const end = Date.now() + withinMs
  while (Date.now() < end) {
    if (await isHealthy(url)) return
    await pause(PAUSE_MS)
  }
  throw new AppError('unavailable', `The server does not answer at ${url}/health/live.`)
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/health/live`, {
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    return response.status === 200
  } catch {
    // Not listening yet.
    return false
  }
}
