import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '@relance/core/error/app-error'
import { isInfrastructure } from '@relance/db/connection/passing-error'

const PAUSE_MS = 250
const WITHIN_MS = 120_000

/** Does `work`, again and again while the database is away. What fails for another reason is thrown at once. */
export async function persist<T>(work: () => Promise<T>): Promise<T> {
  const end = performance.now() + WITHIN_MS
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isInfrastructure(error) || performance.now() > end) throw error
      await pause(PAUSE_MS)
    }
  }
}

/** Asks until the answer is yes; false when it was not within the time. */
export async function becomes(
  isSo: () => Promise<boolean>,
  withinMs: number,
  everyMs = 500,
): Promise<boolean> {
  const end = performance.now() + withinMs
  while (!(await isSo())) {
    if (performance.now() > end) return false
    await pause(everyMs)
  }
  return true
}

/** Fails loudly where a scenario cannot even begin. */
export async function mustBecome(what: string, isSo: () => Promise<boolean>, withinMs: number) {
  if (!(await becomes(isSo, withinMs, 100)))
    throw new AppError('unavailable', `It never came to be that ${what}.`)
}
