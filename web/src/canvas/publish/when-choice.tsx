import { atLocalTime } from '@relance/core/time/local-time'
import { readLocalDate } from '@relance/core/time/read-local-date'
import { useId } from 'react'
import fields from '../../ui/field.module.css'
import { useWords } from '../../words/use-words'
import styles from './publish.module.css'

/** Now, or a day and a time of the workspace's clock. */
export interface When {
  isLater: boolean
  /** `2026-12-03` */
  day: string
  /** `09:00` */
  time: string
}

/** Proposes nine in the morning of the day after. */
export const tomorrow = (now: string, timeZone: string): When => ({
  ...{ isLater: false, time: '09:00' },
  day: dayOf(new Date(new Date(now).getTime() + 24 * 3_600_000), timeZone),
})

/** An instant as it is asked for here. */
export const whenOf = (at: string, timeZone: string): When => ({
  isLater: true,
  day: dayOf(new Date(at), timeZone),
  time: new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' }).format(new Date(at)),
})

const dayOf = (instant: Date, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant)

/** The instant that was chosen, ISO 8601; null: now, or it is not whole yet. */
export function instantOf({ isLater, day, time }: When, timeZone: string): string | null {
  const date = isLater && time ? readLocalDate(day, timeZone) : null
  return date && atLocalTime(date, time, timeZone).toISOString()
}

/** At once, or on a date at a time; the zone is named beside it. */
export function WhenChoice({
  legend,
  words,
  timeZone,
  when,
  onWhen,
}: {
  legend: string
  words: { now: string; later: string }
  timeZone: string
  when: When
  onWhen: (when: When) => void
}) {
  const { t } = useWords()
  const name = useId()
  return (
    <fieldset className={styles.when}>
      <legend>{legend}</legend>
      {[false, true].map((isLater) => (
        <label key={String(isLater)}>
          <input
            type="radio"
            name={name}
            checked={when.isLater === isLater}
            onChange={() => onWhen({ ...when, isLater })}
          />
          {isLater ? words.later : words.now}
        </label>
      ))}
      {when.isLater && (
        <span className={styles.moment}>
          <input
            type="date"
            aria-label={t('scheduled.day')}
            className={fields.field}
            value={when.day}
            onChange={(event) => onWhen({ ...when, day: event.target.value })}
          />
          <input
            type="time"
            aria-label={t('scheduled.time')}
            className={fields.field}
            value={when.time}
            onChange={(event) => onWhen({ ...when, time: event.target.value })}
          />
          <span className={styles.about}>
            {t('scheduled.zone', { zone: timeZone.replaceAll('_', ' ') })}
          </span>
        </span>
      )}
    </fieldset>
  )
}
