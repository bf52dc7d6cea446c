import type { GoalValue } from '@relance/core/report/report-settings'
import fields from '../ui/field.module.css'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import styles from './settings.module.css'

/** What an event that is a goal brings in: which of its properties holds the amount, and as what. Without one: nothing. */
export function GoalValueInput({
  event,
  value,
  onChange,
}: {
  event: string
  value: GoalValue | undefined
  onChange: (value: GoalValue | undefined) => void
}) {
  const { t, currency } = useWords()
  const change = (said: Partial<GoalValue>) =>
    onChange({ event, property: '', inCents: false, currency: null, ...value, ...said })
  return (
    <p className={styles.amount}>
      <span className={styles.amountOf}>{t('reports.value', { event })}</span>
      <input
        className={fields.field}
        aria-label={t('reports.propertyOf', { event })}
        placeholder={t('reports.property')}
        value={value?.property ?? ''}
        maxLength={200}
        onChange={({ target }) =>
          target.value === '' ? onChange(undefined) : change({ property: target.value })
        }
      />
      {value && (
        <>
          <Select
            look="field"
            label={t('reports.unitOf', { event })}
            value={value.inCents ? 'cents' : 'units'}
            choices={[
              { value: 'units', label: t('reports.inUnits') },
              { value: 'cents', label: t('reports.inCents') },
            ]}
            onChange={(unit) => change({ inCents: unit === 'cents' })}
          />
          <input
            className={fields.field}
            aria-label={t('reports.currencyOf', { event })}
            title={t('reports.currency')}
            placeholder={currency}
            value={value.currency ?? ''}
            pattern="[A-Z]{3}"
            maxLength={3}
            onChange={({ target }) =>
              change({ currency: target.value === '' ? null : target.value.toUpperCase() })
            }
          />
        </>
      )}
    </p>
  )
}
