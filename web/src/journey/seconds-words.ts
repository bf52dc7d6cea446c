import type { Language } from '@relance/core/words/language'
import { formatDuration } from '../words/format-duration'

const MINUTE = 60
const HOUR = 3_600
const DAY = 86_400

/** A length of time as people say it: whole days from two days on, whole hours from two hours on, else minutes. */
export function secondsWords(seconds: number, language: Language): string {
  const iso =
    seconds >= 2 * DAY || (seconds >= DAY && seconds % DAY === 0)
      ? `P${Math.round(seconds / DAY)}D`
      : seconds >= 2 * HOUR || (seconds >= HOUR && seconds % HOUR === 0)
        ? `PT${Math.round(seconds / HOUR)}H`
        : `PT${Math.round(seconds / MINUTE)}M`
  return formatDuration(language, iso)
}
