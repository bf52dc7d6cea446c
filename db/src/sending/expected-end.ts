import { lastRoomAt, type Pace } from '@relance/core/sending/pace'
import type { Wave } from '@relance/core/sending/waves'
import type { SendingProgress } from './list-sendings'

interface Course {
  waves: Wave[]
  pace: Pace
  pacedFrom: Date | null
  now: Date
}

/**
 * When the last of a sending's people will have been sent to: by its pace and the last turn, or else by how fast it has
 * gone so far. Null where there is nothing to go by yet, or nothing to come.
 */
export function expectedEnd(
  progress: Pick<
    SendingProgress,
    'state' | 'total' | 'queued' | 'sent' | 'underway' | 'firstSentAt'
  >,
  { waves, pace, pacedFrom, now }: Course,
): Date | null {
  if (progress.state === 'done' || progress.state === 'cancelled' || progress.state === 'paused')
    return null
  const [first, last] = [waves[0], waves.at(-1)].map((wave) => wave && new Date(wave.at))
  const paced = pace && first ? lastRoomAt(pace, pacedFrom ?? first, progress.total) : null
  const planned = [paced, last].filter((at) => at instanceof Date && at > now) as Date[]
  if (planned.length > 0) return new Date(Math.max(...planned.map((at) => at.getTime())))
  const left = Math.max(0, progress.total - progress.queued) + progress.underway
  if (progress.sent === 0 || !progress.firstSentAt) return null
  const perPerson = (now.getTime() - progress.firstSentAt.getTime()) / progress.sent
  return new Date(now.getTime() + left * perPerson)
}
