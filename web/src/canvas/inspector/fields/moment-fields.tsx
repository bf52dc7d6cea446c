import { Select } from '../../../ui/select'
import { useUnitsStore } from '../../../words/language-store'
import { useWords } from '../../../words/use-words'
import { useContent } from '../../canvas-context'
import { instantOf, whenOf } from '../../publish/when'
import { DurationInput } from './duration-input'
import type { FieldProps } from './field-props'
import styles from './fields.module.css'

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY'] as const

/** `-P7D`: how long before or after. */
export function OffsetField({ spec, value, onChange }: FieldProps) {
  const { t, say } = useWords()
  const text = typeof value === 'string' ? value : 'P0D'
  const before = text.startsWith('-')
  const size = text.replace(/^-/, '')
  const set = (next: string, isBefore: boolean) =>
    onChange(isBefore && next !== 'P0D' ? `-${next}` : next)
  return (
    <span className={styles.pair}>
      <DurationInput
        label={say(spec.label)}
        value={size}
        units={['days', 'weeks', 'months']}
        onChange={(next) => set(next ?? 'P0D', before)}
      />
      <Select
        label={say(spec.label)}
        value={before ? 'before' : 'after'}
        onChange={(next) => set(size, next === 'before')}
        choices={[
          { value: 'before', label: t('field.before') },
          { value: 'after', label: t('field.after') },
        ]}
      />
    </span>
  )
}

const pad = (value: number) => String(value).padStart(2, '0')

/** An instant, picked by the clock that the card says it by: the scenario's own zone, or the workspace's. */
export function InstantField({ spec, value, onChange }: FieldProps) {
  const { say } = useWords()
  const ownZone = useContent(({ settings }) => settings.timeZone)
  const ofWorkspace = useUnitsStore((units) => units.timeZone)
  const timeZone = ownZone ?? ofWorkspace ?? 'UTC'
  const { day, time } = typeof value === 'string' ? whenOf(value, timeZone) : { day: '', time: '' }
  return (
    <input
      type="datetime-local"
      className={styles.text}
      aria-label={say(spec.label)}
      value={day && `${day}T${time}`}
      onChange={(event) => {
        const [day = '', time = ''] = event.target.value.split('T')
        onChange(instantOf({ isLater: true, day, time }, timeZone))
      }}
    />
  )
}

function readRule(text: string) {
  const parts = new Map(text.split(';').map((part) => part.split('=', 2) as [string, string]))
  return {
    frequency: FREQUENCIES.find((each) => each === parts.get('FREQ')) ?? 'WEEKLY',
    days: (parts.get('BYDAY') ?? '').split(',').filter(Boolean),
    monthDay: parts.get('BYMONTHDAY') ?? '1',
    time: `${pad(Number(parts.get('BYHOUR') ?? 9))}:${pad(Number(parts.get('BYMINUTE') ?? 0))}`,
  }
}

function writeRule({ frequency, days, monthDay, time }: ReturnType<typeof readRule>) {
  const [hour = '9', minute = '0'] = time.split(':')
  const on =
    frequency === 'WEEKLY'
      ? `;BYDAY=${days.length > 0 ? days.join(',') : 'MO'}`
      : frequency === 'MONTHLY'
        ? `;BYMONTHDAY=${monthDay}`
        : ''
  return `FREQ=${frequency}${on};BYHOUR=${Number(hour)};BYMINUTE=${Number(minute)}`
}

/** How a schedule repeats: daily, on days of the week, or on a day of the month, at a time. */
export function RecurrenceField({ spec, value, onChange }: FieldProps) {
  const { t, say } = useWords()
  const has = typeof value === 'string' && value !== ''
  const rule = readRule(has ? value : 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0')
  const set = (change: Partial<typeof rule>) => onChange(writeRule({ ...rule, ...change }))
  return (
    <div style={{ display: 'grid', gap: 8 }}>
      <Select
        label={say(spec.label)}
        value={has ? rule.frequency : 'ONCE'}
        onChange={(next) =>
          next === 'ONCE'
            ? onChange(null)
            : set({ frequency: FREQUENCIES.find((each) => each === next) ?? 'WEEKLY' })
        }
        choices={[
          { value: 'ONCE', label: t('repeat.ONCE') },
          ...FREQUENCIES.map((each) => ({ value: each, label: t(`repeat.${each}`) })),
        ]}
      />
      {has && rule.frequency === 'WEEKLY' && (
        <fieldset className={styles.checks} aria-label={t('repeat.WEEKLY')}>
          {DAYS.map((day) => (
            <button
              key={day}
              type="button"
              className={styles.check}
              aria-pressed={rule.days.includes(day)}
              onClick={() =>
                set({
                  days: DAYS.filter((each) =>
                    each === day ? !rule.days.includes(day) : rule.days.includes(each),
                  ),
                })
              }
            >
              {t(`weekday.${day}`)}
            </button>
          ))}
        </fieldset>
      )}
      {has && rule.frequency === 'MONTHLY' && (
        <span className={styles.pair}>
          {t('repeat.onDay')}
          <input
            type="number"
            min={1}
            max={28}
            className={styles.count}
            aria-label={t('repeat.onDay')}
            value={rule.monthDay}
            onChange={(event) => set({ monthDay: event.target.value })}
          />
        </span>
      )}
      {has && (
        <input
          type="time"
          className={styles.count}
          style={{ width: 108 }}
          aria-label={t('repeat.time')}
          value={rule.time}
          onChange={(event) => set({ time: event.target.value })}
        />
      )}
    </div>
  )
}
