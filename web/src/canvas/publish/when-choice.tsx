import { useId } from 'react'
import fields from '../../ui/field.module.css'
import { useWords } from '../../words/use-words'
import styles from './publish.module.css'
import type { When } from './when'

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
