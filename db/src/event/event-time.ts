import type { EventWarning } from '@relance/core/event/event'

const TOLERANCE_MS = 5 * 60_000

/** What the sender said of the time, and the clocks it is held against. */
export interface SentTime {
  timestamp: Date | null
  sentAt: Date | null
  /** Machine time of arrival: how far the sender's clock is off. */
  receivedAt: Date
  clock: { kind: 'real' | 'test'; now: Date }
}

const replaced: EventWarning = { code: 'timestamp-replaced', field: 'timestamp' }

/**
 * When an event happened, in the workspace's time. On the real clock `timestamp` corrected by the sender's
 * clock error; on a test clock a `timestamp` close to `sentAt` (the sender meant "now") is the workspace's now
 * and any other is literal. Never later than now; impossible ones become now, with a warning.
 */
export function eventTime(sent: SentTime): { at: Date; warnings: EventWarning[] } {
  const { now } = sent.clock
  const meant = sent.clock.kind === 'real' ? onRealClock(sent) : onTestClock(sent)
  const isPossible = meant.getTime() >= 0 && meant.getTime() <= now.getTime() + TOLERANCE_MS
  if (!isPossible) return { at: now, warnings: [replaced] }
  return { at: new Date(Math.min(meant.getTime(), now.getTime())), warnings: [] }
}

const isKnown = (instant: Date | null): instant is Date =>
  instant !== null && !Number.isNaN(instant.getTime())

function onRealClock({ timestamp, sentAt, receivedAt, clock }: SentTime): Date {
  if (!timestamp) return clock.now
  if (!isKnown(sentAt)) return timestamp
  return new Date(timestamp.getTime() + receivedAt.getTime() - sentAt.getTime())
}

function onTestClock({ timestamp, sentAt, clock }: SentTime): Date {
  if (!timestamp) return clock.now
  const isNow = isKnown(sentAt) && Math.abs(timestamp.getTime() - sentAt.getTime()) <= TOLERANCE_MS
  return isNow ? clock.now : timestamp
}
