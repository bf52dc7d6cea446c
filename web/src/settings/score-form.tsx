import type { ScoreSettings, ScoreSettingsChange } from '@relance/core/score/score-settings'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { queryClient } from '../api/query-client'
import { saveWorkspace, workspaceQuery } from '../api/workspace'
import { Button } from '../ui/button'
import fields from '../ui/field.module.css'
import { Labelled } from '../ui/labelled'
import panel from '../ui/panel.module.css'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import {
  changedScores,
  type ScoreForm as Form,
  scoreFormOf,
  scoreRanges,
  wrongInScoreForm,
} from './read-score-settings'
import styles from './settings.module.css'

/** How customers are scored: what counts as high, which orders count, when everybody is scored anew. */
export function ScoreForm({ workspaceId }: { workspaceId: string }) {
  const { data } = useQuery(workspaceQuery(workspaceId))
  if (!data?.scores) return null
  return (
    <Filled key={JSON.stringify(data.scores)} workspaceId={workspaceId} settings={data.scores} />
  )
}

const numbers = Object.keys(scoreRanges) as (keyof typeof scoreRanges)[]
const windows = ['', 'P12M', 'P24M', 'P36M']

function Filled({ workspaceId, settings }: { workspaceId: string; settings: ScoreSettings }) {
  const { t, duration } = useWords()
  const [form, setForm] = useState(() => scoreFormOf(settings))
  const [isTold, setTold] = useState(false)
  const wrong = isTold ? wrongInScoreForm(form) : []
  const keep = async (scores: ScoreSettingsChange) => {
    await saveWorkspace(workspaceId, { scores })
    await queryClient.invalidateQueries({ queryKey: workspaceQuery(workspaceId).queryKey })
  }
  const onError = (error: unknown) => void toast.error(messageOfError(error))
  const undo = useMutation({
    mutationFn: keep,
    onSuccess: () => void toast.success(t('settings.undone')),
    onError,
  })
  const save = useMutation({
    mutationFn: keep,
    onSuccess: () =>
      void toast.success(t('scoreSettings.saved'), {
        action: { label: t('settings.undo'), onClick: () => undo.mutate({ ...settings }) },
      }),
    onError,
  })
  const set = (field: keyof Form) => (value: string) => setForm({ ...form, [field]: value })
  return (
    <form
      className={`${panel.panel} ${styles.form}`}
      aria-labelledby="score-settings"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTold(true)
        const change = changedScores(form, settings)
        if (wrongInScoreForm(form).length === 0 && Object.keys(change).length > 0)
          save.mutate(change)
      }}
    >
      <h2 id="score-settings">{t('scoreSettings.title')}</h2>
      <p className={styles.about}>{t('scoreSettings.about')}</p>
      <div className={styles.pair}>
        {numbers.map((field) => (
          <Labelled
            key={field}
            label={t(`scoreSettings.${field}`)}
            help={t(`scoreSettings.${field}Help`)}
            error={wrong.includes(field) ? t('settings.between', scoreRanges[field]) : null}
          >
            {(props) => (
              <input
                {...props}
                className={fields.field}
                inputMode="numeric"
                value={form[field]}
                onChange={(event) => set(field)(event.target.value)}
              />
            )}
          </Labelled>
        ))}
        <Labelled
          label={t('scoreSettings.rebuildAt')}
          help={t('scoreSettings.rebuildAtHelp')}
          error={wrong.includes('rebuildAt') ? t('settings.noTime') : null}
        >
          {(props) => (
            <input
              {...props}
              type="time"
              className={fields.field}
              value={form.rebuildAt}
              onChange={(event) => set('rebuildAt')(event.target.value)}
            />
          )}
        </Labelled>
        <Labelled label={t('scoreSettings.window')} help={t('scoreSettings.windowHelp')}>
          {({ id }) => (
            <Select
              id={id}
              look="field"
              value={form.window}
              onChange={set('window')}
              choices={[...new Set([...windows, form.window])].map((value) => ({
                value,
                label: value
                  ? t('scoreSettings.lately', { span: duration(value) })
                  : t('scoreSettings.always'),
              }))}
            />
          )}
        </Labelled>
      </div>
      <Button type="submit" look="primary" disabled={save.isPending}>
        {t('scoreSettings.save')}
      </Button>
    </form>
  )
}
