import type { RecommendationSettings } from '@relance/core/product/recommendation-settings'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldValuesQuery, workspaceQuery } from '../api/workspace'
import { Button } from '../ui/button'
import { Labelled } from '../ui/labelled'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import { NamesInput } from './names-input'
import styles from './settings.module.css'
import { useSaveSettings } from './use-save-settings'

/** What the shop never recommends, and what it sells again and again. */
export function RecommendationsForm({ workspaceId }: { workspaceId: string }) {
  const said = useQuery(workspaceQuery(workspaceId)).data?.recommendations
  return said ? <Form workspaceId={workspaceId} start={said} /> : null
}

const checks = ['leavesOutOwned', 'leavesOutSoldOut', 'isAllRecurring'] as const
const lists = ['recurringCategories', 'leftOutCategories'] as const

function Form({ workspaceId, start }: { workspaceId: string; start: RecommendationSettings }) {
  const { t } = useWords()
  const [said, setSaid] = useState(start)
  const { data } = useQuery(fieldValuesQuery('favouriteCategory'))
  const save = useSaveSettings(workspaceId)
  return (
    <form
      className={`${panel.panel} ${styles.form}`}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ recommendations: said })
      }}
    >
      <h2>{t('recommendations.title')}</h2>
      <p className={styles.about}>{t('recommendations.about')}</p>
      {checks.map((name) => (
        <label key={name} className={styles.check}>
          <input
            type="checkbox"
            checked={said[name]}
            onChange={(event) => setSaid({ ...said, [name]: event.target.checked })}
          />
          <span>{t(`recommendations.${name}`)}</span>
        </label>
      ))}
      {lists.map((name) => (
        <Labelled
          key={name}
          label={t(`recommendations.${name}`)}
          help={t(`recommendations.${name}Help`)}
        >
          {(props) => (
            <NamesInput
              {...props}
              names={said[name]}
              proposed={data?.items ?? []}
              onChange={(names) => setSaid({ ...said, [name]: names })}
            />
          )}
        </Labelled>
      ))}
      <Button type="submit" look="primary" disabled={save.isPending}>
        {t('settings.save')}
      </Button>
    </form>
  )
}
