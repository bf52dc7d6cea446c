import type { QuietHours } from '@relance/core/pressure/pressure-settings'
import fields from '../ui/field.module.css'
import { useWords } from '../words/use-words'
import styles from './settings.module.css'

function Count({
  label,
  value,
  least = 1,
  most,
  disabled,
  onChange,
}: {
  label: string
  value: number | ''
  least?: number
  most: number
  disabled?: boolean
  onChange: (value: number) => void
}) {
  return (
    <input
      className={`${fields.field} ${styles.count}`}
      type="number"
      min={least}
      max={most}
      required={!disabled}
      disabled={disabled}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
    />
  )
}

/** “At most 3 emails in 7 days”, or no limit where it is not ticked. */
export function MostWithin({
  label,
  most,
  days,
  proposal,
  onMost,
  onDays,
}: {
  label: string
  most: number | null
  days: number
  /** What it begins with once it is ticked. */
  proposal: number
  onMost: (most: number | null) => void
  onDays: (days: number) => void
}) {
  const { t } = useWords()
  const off = most === null
  return (
    <p className={styles.limit}>
      <label>
        <input
          type="checkbox"
          checked={!off}
          onChange={(event) => onMost(event.target.checked ? proposal : null)}
        />
        <span>{label}</span>
      </label>
      <span>{t('pressure.atMost')}</span>
      <Count
        label={t('pressure.mostOf', { what: label })}
        value={most ?? ''}
        most={1000}
        disabled={off}
        onChange={onMost}
      />
      <span>{t('pressure.within')}</span>
      <Count
        label={t('pressure.daysOf', { what: label })}
        value={days}
        most={90}
        disabled={off}
        onChange={onDays}
      />
      <span>{t('pressure.days')}</span>
    </p>
  )
}

/** “A quarter after 270 days of silence”. */
export function DayCount({
  label,
  days,
  onChange,
}: {
  label: string
  days: number
  onChange: (days: number) => void
}) {
  const { t } = useWords()
  return (
    <p className={styles.limit} data-inner="">
      <span>{label}</span>
      <Count label={label} value={days} most={3650} onChange={onChange} />
      <span>{t('pressure.days')}</span>
    </p>
  )
}

/** “At most 48 hours”; 0: not at all. */
export function HourCount({
  label,
  hours,
  onChange,
}: {
  label: string
  hours: number
  onChange: (hours: number) => void
}) {
  const { t } = useWords()
  return (
    <p className={styles.limit}>
      <span>{label}</span>
      <Count label={label} value={hours} least={0} most={720} onChange={onChange} />
      <span>{t('pressure.hours')}</span>
    </p>
  )
}

/** Hours in which nothing goes out; none where it is not ticked. */
export function QuietHoursInput({
  label,
  help,
  hours,
  onChange,
}: {
  label: string
  help?: string
  hours: QuietHours | null
  onChange: (hours: QuietHours | null) => void
}) {
  const { t } = useWords()
  const at = (end: 'from' | 'to') => (
    <input
      type="time"
      className={`${fields.field} ${styles.time}`}
      aria-label={t(`pressure.quiet.${end}`)}
      required={hours !== null}
      disabled={hours === null}
      value={hours?.[end] ?? ''}
      onChange={(event) => hours && onChange({ ...hours, [end]: event.target.value })}
    />
  )
  return (
    <>
      <p className={styles.limit}>
        <label>
          <input
            type="checkbox"
            checked={hours !== null}
            onChange={(event) =>
              onChange(event.target.checked ? { from: '20:00', to: '08:00' } : null)
            }
          />
          <span>{label}</span>
        </label>
        <span>{t('pressure.quiet.between')}</span>
        {at('from')}
        <span>{t('pressure.quiet.and')}</span>
        {at('to')}
      </p>
      {help && <p className={styles.hint}>{help}</p>}
    </>
  )
}
