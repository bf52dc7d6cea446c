import type { PressureLevel } from './pressure-level'
import { LONGEST_WINDOW_DAYS, type PressureSettings } from './pressure-settings'

const DAY_MS = 86_400_000

/** At most so many commercial messages within any window of this length; `channel` null: over all channels. */
export interface Cap {
  channel: string | null
  most: number
  windowMs: number
}

/** A commercial message that counts: when it was sent, or is to be. */
export interface Counted {
  channel: string
  at: Date
}

/**
 * The limits for a message of this channel at a level above 0: the workspace's, by share of the level. What would be
 * less than one message becomes one in a window so much longer: half of 1 in 7 days is 1 in 14.
 */
export function capsFor(settings: PressureSettings, channel: string, level: PressureLevel): Cap[] {
  const { emailMost, emailDays, smsMost, smsDays, allMost, allDays } = settings
  const own = { email: [emailMost, emailDays] as const, sms: [smsMost, smsDays] as const }
  const limits = [
    ...(channel === 'email' || channel === 'sms' ? [{ channel, limit: own[channel] }] : []),
    { channel: null, limit: [allMost, allDays] as const },
  ]
  return limits.flatMap(({ channel: of, limit: [most, days] }) =>
    most === null ? [] : [{ channel: of, ...scaled(most, days, level) }],
  )
}

function scaled(most: number, days: number, level: PressureLevel) {
  const share = most * level
  if (share >= 1) return { most: Math.round(share), windowMs: days * DAY_MS }
  const stretched = level === 0 ? LONGEST_WINDOW_DAYS : days / share
  return { most: 1, windowMs: Math.min(stretched, LONGEST_WINDOW_DAYS) * DAY_MS }
}

/** When the messages that count against a limit at this instant were sent, or are to be, the oldest first; in ms. */
export const countedBy = (
  { channel, windowMs }: Cap,
  counted: readonly Counted[],
  now: Date,
): number[] =>
  counted
    .filter((message) => channel === null || message.channel === channel)
    .map(({ at }) => at.getTime())
    .filter((at) => at > now.getTime() - windowMs)
    .sort((a, b) => a - b)

/** Aside for those who are dealt with in this very instant: long enough for them to be, no longer. */
const ASIDE_MS = 1000

/**
 * When the limits leave room for one more message; null: now. A place frees when the oldest message leaves the window.
 * @param ahead how many others have a better claim and are being decided at this instant: if there is room for those
 *   only, the answer is a moment later
 */
export function roomAt(
  caps: readonly Cap[],
  counted: readonly Counted[],
  now: Date,
  ahead = 0,
): Date | null {
  const instants = caps.flatMap((cap) => {
    const { most, windowMs } = cap
    const within = countedBy(cap, counted, now)
    const over = within.length - most
    if (over < 0) return within.length + ahead < most ? [] : [now.getTime() + ASIDE_MS]
    return [(within[over] ?? now.getTime()) + windowMs]
  })
  return instants.length === 0 ? null : new Date(Math.max(...instants))
}
