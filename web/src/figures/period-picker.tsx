import { useState } from 'react'
import type { ReportPeriod } from '../api/reports'
import { Button } from '../ui/button'
import fields from '../ui/field.module.css'
import { useWords } from '../words/use-words'
import styles from './figures.module.css'
import { dateAfter } from './figures-search'

const spans = [7, 30, 90, 365] as const

/** The last days, or from one date to another, both included. */
export function PeriodPicker({
  period,
  shown,
  onChange,
}: {
  period: ReportPeriod
  /** What is shown, as the workspace's dates; null while nobody knows. */
  shown: { first: string; last: string } | null
  onChange: (period: ReportPeriod) => void
}) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(period.from !== undefined)
  return (
    <fieldset className={styles.periods} aria-label={t('figures.period')}>
      {spans.map((days) => (
        <button
          key={days}
          type="button"
          aria-pressed={period.days === days}
          onClick={() => {
            setOpen(false)
            onChange({ days })
          }}
        >
          {t('figures.days', { n: days })}
        </button>
      ))}
      <button
        type="button"
        aria-pressed={period.from !== undefined}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t('figures.ownPeriod')}
      </button>
      {isOpen && shown && <Dates key={`${shown.first} ${shown.last}`} {...{ shown, onChange }} />}
    </fieldset>
  )
}

function Dates({
  shown,
  onChange,
}: {
  shown: { first: string; last: string }
  onChange: (period: ReportPeriod) => void
}) {
  const { t } = useWords()
  const [first, setFirst] = useState(shown.first)
  const [last, setLast] = useState(shown.last)
  return (
    <form
      className={styles.dates}
      onSubmit={(event) => {
        event.preventDefault()
        onChange({ from: first, to: dateAfter(last, 1) })
      }}
    >
      <input
        type="date"
        required
        className={fields.field}
        aria-label={t('figures.firstDay')}
        max={last}
        value={first}
        onChange={(event) => setFirst(event.target.value)}
      />
      <span aria-hidden="true">–</span>
      <input
        type="date"
        required
        className={fields.field}
        aria-label={t('figures.lastDay')}
        min={first}
        value={last}
        onChange={(event) => setLast(event.target.value)}
      />
      <Button type="submit" size="small">
        {t('figures.showPeriod')}
      </Button>
    </form>
  )
}
