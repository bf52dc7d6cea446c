import { lastLetInAt, peopleOf } from '@relance/core/sending/last-let-in'
import type { Pace } from '@relance/core/sending/pace'
import type { Wave } from '@relance/core/sending/waves'
import type { SendingProgress } from './list-sendings'

interface Course {
  waves: Wave[]
  pace: Pace
  now: Date
  /** Where its schedule stands; null once everybody has been handed over. */
  standing: { wave: number; taken: number; pacedFrom: Date | null } | null
}

/**
 * When the last of a sending's people will have been sent to: while some are still to be let in, by the hours of their
 * waves and the pace; then by how fast it has gone so far. Null where there is nothing to go by yet, or nothing to come.
 */
export function expectedEnd(
  progress: Pick<
    SendingProgress,
    'state' | 'total' | 'queued' | 'sent' | 'underway' | 'firstSentAt'
  >,
  { waves, pace, now, standing }: Course,
): Date | null {
  const { state, total } = progress
  if (state === 'done' || state === 'cancelled' || state === 'paused') return null
  const last = standing && lastLetInAt({ ...standing, waves, total, pace, now })
  return last && last > now ? last : bySpeed(progress, waves, now)
}

/** As fast as the wave under way has gone: the hours in which nobody's turn it was say nothing. */
function bySpeed(
  {
    total,
    queued,
    sent,
    underway,
    firstSentAt,
  }: Pick<SendingProgress, 'total' | 'queued' | 'sent' | 'underway' | 'firstSentAt'>,
  waves: Wave[],
  now: Date,
): Date | null {
  const people = peopleOf(waves, total)
  const begun = waves.filter((wave, i) => (people[i] ?? 0) > 0 && new Date(wave.at) <= now)
  const current = begun.at(-1)
  if (!current || !firstSentAt) return null
  const before = people.slice(0, waves.indexOf(current)).reduce((sum, inWave) => sum + inWave, 0)
  const since = Math.max(firstSentAt.getTime(), new Date(current.at).getTime())
  const gone = sent - before
  if (gone <= 0) return null
  const left = Math.max(0, total - queued) + underway
  return new Date(now.getTime() + (left * (now.getTime() - since)) / gone)
}
