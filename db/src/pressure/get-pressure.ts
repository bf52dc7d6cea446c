import { AppError } from '@relance/core/error/app-error'
import { capsFor, countedBy, roomAt } from '@relance/core/pressure/caps'
import { type PressureLevel, pressureLevel } from '@relance/core/pressure/pressure-level'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { type PressureFacts, readPressure } from './read-pressure'

/** How much somebody has been written to, and what they may still get, at the workspace's now. */
export interface Pressure
  extends Pick<
    PressureFacts,
    'silentSince' | 'isDissatisfied' | 'wantsLess' | 'pausedUntil' | 'topicsOff'
  > {
  level: PressureLevel
  /** Each limit with what counts against it; `channel` null: all of them. None where nothing commercial goes any more. */
  limits: {
    channel: string | null
    sent: number
    most: number
    days: number
    /** When there is room for one more; null: now. */
    roomAt: Date | null
  }[]
}

/** The pressure on one contact. Throws AppError not-found. */
export const getPressure = (scope: Scope | Tx, contactId: string): Promise<Pressure> =>
  inTransaction(scope, async (tx) => {
    const { now, timeZone } = await getClock(tx)
    const facts = await readPressure(tx, { contactId, now, messageId: null, run: null })
    if (!facts) throw new AppError('not-found', 'This contact does not exist.')
    const { settings, counted, silentSince, isDissatisfied, wantsLess, pausedUntil, topicsOff } =
      facts
    const level = pressureLevel(facts, settings, now, facts.timeZone ?? timeZone)
    const [own, all] = [capsFor(settings, 'email', level), capsFor(settings, 'sms', level)]
    const caps = [...own, ...all.filter(({ channel }) => channel === 'sms')]
    return {
      ...{ level, silentSince, isDissatisfied, wantsLess, topicsOff },
      pausedUntil: pausedUntil && pausedUntil > now ? pausedUntil : null,
      limits: (level === 0 ? [] : caps).map((cap) => ({
        ...{ channel: cap.channel, most: cap.most },
        sent: countedBy(cap, counted, now).length,
        days: Math.round((cap.windowMs / 86_400_000) * 10) / 10,
        roomAt: roomAt([cap], counted, now),
      })),
    }
  })
