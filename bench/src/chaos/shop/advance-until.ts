import { AppError } from '@relance/core/error/app-error'
import { addTo } from '@relance/core/time/add-to'
import { isInfrastructure } from '@relance/db/connection/passing-error'
import { advance } from '@relance/workflows/testing/world'
import type { Shop } from './shop'

const TRIES = 4

/**
 * Moves a shop's test clock from `start` by each of these durations. An advance that does not settle, because a worker
 * is dead or a mail server hangs, is asked for again, as its message says; after four times it is thrown.
 */
export async function advanceUntil(shop: Shop, start: string, durations: string[]): Promise<void> {
  for (const duration of durations) {
    const to = addTo(new Date(start), duration, 'UTC').toISOString()
    for (let attempt = 1; ; attempt++) {
      try {
        await advance(shop, to)
        break
      } catch (error) {
        const passes = isInfrastructure(error) || AppError.from(error).code === 'unavailable'
        if (!passes || attempt === TRIES) throw error
      }
    }
  }
}
