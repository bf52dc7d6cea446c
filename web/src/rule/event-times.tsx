import type { EventLeaf } from '@relance/core/rule/rule'
import { ComboInput } from '../canvas/inspector/fields/combo-input'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import { eventProperties } from './event-properties'
import styles from './rule.module.css'

const counts = ['>=', '<=', '='] as const
const sums = ['sum>=', 'sum<='] as const

/** How often it must have been, or what it must come to in all: "at least 2 times", "for at least 100 in revenue". */
export function EventTimes({
  leaf: { count, sum },
  onChange,
}: {
  leaf: EventLeaf
  onChange: (change: Partial<EventLeaf>) => void
}) {
  const { t } = useWords()
  const choose = (next: string) => {
    const op = counts.find((each) => each === next)
    const summed = sums.find((each) => each === next)?.slice(3)
    if (summed === '>=' || summed === '<=')
      return onChange({
        count: undefined,
        sum: { property: sum?.property ?? 'revenue', value: sum?.value ?? 100, op: summed },
      })
    onChange({ sum: undefined, count: op && { op, value: count?.value ?? 2 } })
  }
  const number = (value: number, set: (value: number) => void) => (
    <input
      type="number"
      min={0}
      className={styles.number}
      aria-label={t('rule.times')}
      value={value}
      onChange={(event) => set(Number(event.target.value))}
    />
  )
  return (
    <>
      <Select
        label={t('rule.times')}
        value={sum ? `sum${sum.op}` : (count?.op ?? 'any')}
        onChange={choose}
        choices={[
          { value: 'any', label: t('times.any') },
          { value: '>=', label: t('times.atLeast') },
          { value: '<=', label: t('times.atMost') },
          { value: '=', label: t('times.exactly') },
          { value: 'sum>=', label: t('times.sumAtLeast') },
          { value: 'sum<=', label: t('times.sumAtMost') },
        ]}
      />
      {count && (
        <span className={styles.inline}>
          {number(count.value, (value) => onChange({ count: { ...count, value } }))}
          {t('times.times', { n: count.value })}
        </span>
      )}
      {sum && (
        <span className={styles.inline}>
          {number(sum.value, (value) => onChange({ sum: { ...sum, value } }))}
          {t('times.in')}
          <span className={styles.property}>
            <ComboInput
              label={t('rule.field')}
              items={eventProperties.map((name) => ({ value: name, label: name }))}
              value={sum.property}
              onChange={(property) => onChange({ sum: { ...sum, property } })}
            />
          </span>
        </span>
      )}
    </>
  )
}
