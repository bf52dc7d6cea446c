import { MOST_SPREAD_HOURS } from '@relance/core/sending/spread'
import { useWords } from '../../words/use-words'
import { LengthField } from './length-field'
import styles from './publish.module.css'

/** Over so many hours; null: at once. */
export type SpreadHours = number | null

/** What is proposed for those whom a move would let go on at once. */
export const PROPOSED_HOURS = 4

/** Those whose wait is over by the new version: spread over some hours, or all at once. */
export function SpreadChoice({
  people,
  hours,
  onHours,
}: {
  people: number
  hours: SpreadHours
  onHours: (hours: SpreadHours) => void
}) {
  const { t } = useWords()
  const choices = [
    { value: hours ?? PROPOSED_HOURS, isOn: hours !== null, label: t('publish.spread') },
    { value: null, isOn: hours === null, label: t('publish.spreadNot') },
  ]
  return (
    <fieldset className={styles.spread}>
      <legend>{t('publish.spreadWho', { n: people })}</legend>
      {choices.map(({ value, isOn, label }) => (
        <label key={label}>
          <input type="radio" name="spread" checked={isOn} onChange={() => onHours(value)} />
          {label}
        </label>
      ))}
      {hours !== null && (
        <LengthField
          label={t('resume.spreadLength')}
          most={MOST_SPREAD_HOURS}
          value={hours}
          onChange={onHours}
        />
      )}
    </fieldset>
  )
}
