import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '@relance/core/error/app-error'

const LOOK_EVERY_MS = 50

/** Looks until it is so. Throws AppError unavailable, naming `what`, when it is not in time. */
export async function until(
  what: string,
  withinMs: number,
  isSo: () => Promise<boolean>,
): Promise<void> {
  const end = performance.now() + withinMs
  while (!(await isSo())) {
    if (performance.now() > end)
      throw new AppError('unavailable', `Not within ${withinMs / 1000} s: ${what}.`)
    await pause(LOOK_EVERY_MS)
  }
}
