import {
  type GoalValue,
  ORDER_GOAL,
  type ReportSettings,
} from '@relance/core/report/report-settings'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient } from '../api/query-client'
import { eventNamesQuery, workspaceQuery } from '../api/workspace'
import { Button } from '../ui/button'
import fields from '../ui/field.module.css'
import { Labelled } from '../ui/labelled'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import { GoalValueInput } from './goal-value-input'
import { NamesInput } from './names-input'
import { readNumber } from './read-number'
import styles from './settings.module.css'
import { useSaveSettings } from './use-save-settings'

/** An amount as it is typed, in cents; null for anything else. */
function centsOf(text: string): number | null {
  const amount = readNumber(text)
  return amount === null ? null : Math.round(amount * 100)
}
const priceText = (cents: number | null) => (cents === null ? '' : String(cents / 100))

/** Which events are goals, how long a click earns their credit, and what mails cost. */
export function ReportsForm({ workspaceId }: { workspaceId: string }) {
  const reports = useQuery(workspaceQuery(workspaceId)).data?.reports
  return reports ? <Form workspaceId={workspaceId} start={reports} /> : null
}

function Form({ workspaceId, start }: { workspaceId: string; start: ReportSettings }) {
  const { t, currency } = useWords()
  const [creditDays, setCreditDays] = useState(start.creditDays)
  const [creditOpens, setCreditOpens] = useState(start.creditOpens)
  const [goals, setGoals] = useState(start.goals)
  const [goalValues, setGoalValues] = useState(start.goalValues)
  const [price, setPrice] = useState(priceText(start.thousandEmailsCents))
  const cents = price.trim() === '' ? null : centsOf(price)
  const events = useQuery(eventNamesQuery()).data?.items ?? []
  const isWrong = price.trim() !== '' && cents === null
  const save = useSaveSettings(workspaceId)
  return (
    <form
      id="settings-reports"
      className={`${panel.panel} ${styles.form}`}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(
          {
            reports: {
              ...{ creditDays, creditOpens, goals, thousandEmailsCents: cents },
              goalValues: valuesOf(goals, goalValues),
            },
          },
          { onSuccess: () => queryClient.removeQueries({ queryKey: ['message-report'] }) },
        )
      }}
    >
      <h2>{t('reports.title')}</h2>
      <p className={styles.about}>{t('reports.about')}</p>
      <p className={styles.sentence}>
        <span>{t('reports.window')}</span>
        <input
          className={`${fields.field} ${styles.count}`}
          type="number"
          min={1}
          max={30}
          required
          aria-label={t('reports.window')}
          value={creditDays}
          onChange={(event) => setCreditDays(Number(event.target.value))}
        />
        <span>{t('reports.days')}</span>
      </p>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={creditOpens}
          onChange={(event) => setCreditOpens(event.target.checked)}
        />
        <span>{t('reports.opens')}</span>
      </label>
      <p className={styles.about}>{t('reports.opensAbout')}</p>
      <Labelled label={t('reports.goals')} help={t('reports.goalsAbout')}>
        {(props) => (
          <NamesInput
            {...props}
            names={goals}
            adds={t('reports.addGoal')}
            proposed={events.map(({ name }) => name).filter((name) => name !== ORDER_GOAL)}
            onChange={(names) => setGoals(names.filter((name) => name !== ORDER_GOAL).slice(0, 10))}
          />
        )}
      </Labelled>
      {goals.map((event) => (
        <GoalValueInput
          key={event}
          event={event}
          value={goalValues.find((one) => one.event === event)}
          onChange={(value) =>
            setGoalValues([
              ...goalValues.filter((one) => one.event !== event),
              ...(value ? [value] : []),
            ])
          }
        />
      ))}
      <Labelled label={t('reports.price', { currency })} help={t('reports.priceAbout')}>
        {(props) => (
          <input
            {...props}
            className={fields.field}
            inputMode="decimal"
            aria-invalid={isWrong}
            value={price}
            onChange={(event) => setPrice(event.target.value)}
          />
        )}
      </Labelled>
      <Button type="submit" look="primary" disabled={save.isPending || isWrong}>
        {t('settings.save')}
      </Button>
    </form>
  )
}

/** Of events that are goals, and whose property has a name. */
const valuesOf = (goals: string[], values: GoalValue[]) =>
  values.filter(({ event, property }) => goals.includes(event) && property.trim() !== '')
