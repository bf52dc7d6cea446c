import { type Weekday, weekdays, weekdayWords } from '@relance/core/time/weekday'
import fields from '../ui/field.module.css'
import { Labelled } from '../ui/labelled'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import type { NewsletterForm } from './newsletter-drawing'
import styles from './newsletters.module.css'

const paces = ['none', 'minute', 'hour', 'over'] as const
const MOST_PEOPLE = 10_000_000
const MOST_HOURS = 720

interface Props {
  form: NewsletterForm
  change: (part: Partial<NewsletterForm>) => void
}

/** When it leaves, by whose clock, and how fast. */
export function WhenFields({
  form,
  change,
  timeZone,
  isPast,
}: Props & {
  timeZone: string
  /** The hour that was chosen is over. */
  isPast: boolean
}) {
  const { t } = useWords()
  return (
    <>
      <div className={styles.pair}>
        <Labelled label={t('newsletters.when')}>
          {({ id }) => (
            <Select
              id={id}
              look="field"
              value={form.when}
              choices={(['now', 'once', 'weekly'] as const).map((when) => ({
                value: when,
                label: t(`newsletters.${when}`),
              }))}
              onChange={(next) => change({ when: next as NewsletterForm['when'] })}
            />
          )}
        </Labelled>
        {form.when !== 'now' && <HourFields {...{ form, change, timeZone, isPast }} />}
      </div>
      <PaceFields form={form} change={change} />
    </>
  )
}

/** The day, the hour and whose clock shows it. */
function HourFields({
  form,
  change,
  timeZone,
  isPast,
}: Props & { timeZone: string; isPast: boolean }) {
  const { t } = useWords()
  const zone = timeZone.replaceAll('_', ' ')
  return (
    <>
      <DayField form={form} change={change} />
      <Labelled label={t('newsletters.time')} error={isPast ? t('newsletters.past') : null}>
        {(props) => (
          <input
            {...props}
            type="time"
            className={fields.field}
            value={form.time}
            onChange={(event) => change({ time: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t('newsletters.clock')}>
        {({ id }) => (
          <Select
            id={id}
            look="field"
            value={form.zone}
            choices={[
              { value: 'workspace', label: t('newsletters.ofWorkspace', { zone }) },
              { value: 'contact', label: t('newsletters.ofContact') },
            ]}
            onChange={(next) => change({ zone: next as NewsletterForm['zone'] })}
          />
        )}
      </Labelled>
    </>
  )
}

function DayField({ form, change }: Props) {
  const { t, language } = useWords()
  return (
    <Labelled label={t('newsletters.day')}>
      {(props) =>
        form.when !== 'weekly' ? (
          <input
            {...props}
            type="date"
            className={fields.field}
            value={form.day}
            onChange={(event) => change({ day: event.target.value })}
          />
        ) : (
          <Select
            id={props.id}
            look="field"
            value={form.weekday}
            choices={weekdays.map((day) => ({
              value: shortOf(day),
              label: weekdayWords[day][language],
            }))}
            onChange={(weekday) => change({ weekday })}
          />
        )
      }
    </Labelled>
  )
}

/** As a recurrence rule names it: `MO`. */
const shortOf = (day: Weekday) => day.slice(0, 2).toUpperCase()

function PaceFields({ form, change }: Props) {
  const { t } = useWords()
  const isOver = form.pace === 'over'
  return (
    <div className={styles.pair}>
      <Labelled label={t('newsletters.pace')} help={t('newsletters.paceHelp')}>
        {({ id }) => (
          <Select
            id={id}
            look="field"
            value={form.pace}
            choices={paces.map((pace) => ({ value: pace, label: t(`newsletters.pace-${pace}`) }))}
            onChange={(next) => change({ pace: next as NewsletterForm['pace'] })}
          />
        )}
      </Labelled>
      {form.pace !== 'none' && (
        <Labelled label={t(isOver ? 'newsletters.hours' : 'newsletters.people')}>
          {(props) => (
            <input
              {...props}
              type="number"
              min={1}
              max={isOver ? MOST_HOURS : MOST_PEOPLE}
              required
              className={fields.field}
              value={isOver ? form.hours : form.people}
              onChange={(event) => {
                const figure = Math.max(1, Math.round(Number(event.target.value)))
                change(isOver ? { hours: figure } : { people: figure })
              }}
            />
          )}
        </Labelled>
      )}
    </div>
  )
}
