import type { BehaviourSettings } from '@relance/core/contact/behaviour'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { workspaceQuery } from '../api/workspace'
import { Button } from '../ui/button'
import fields from '../ui/field.module.css'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './settings.module.css'
import { useSaveSettings } from './use-save-settings'

/** What the labels of customers mean, and the one figure of it that a shop sets. */
export function BehaviourForm({ workspaceId }: { workspaceId: string }) {
  const behaviour = useQuery(workspaceQuery(workspaceId)).data?.behaviour
  return behaviour ? <Form workspaceId={workspaceId} start={behaviour} /> : null
}

function Form({ workspaceId, start }: { workspaceId: string; start: BehaviourSettings }) {
  const { t } = useWords()
  const [days, setDays] = useState(start.responsiveDays)
  const save = useSaveSettings(workspaceId)
  return (
    <form
      className={`${panel.panel} ${styles.form}`}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ behaviour: { responsiveDays: days } })
      }}
    >
      <h2>{t('behaviour.title')}</h2>
      <p className={styles.about}>{t('behaviour.about')}</p>
      <p className={styles.sentence}>
        <span>{t('behaviour.responsive')}</span>
        <input
          className={`${fields.field} ${styles.count}`}
          type="number"
          min={1}
          max={3650}
          required
          aria-label={t('behaviour.days')}
          value={days}
          onChange={(event) => setDays(Number(event.target.value))}
        />
        <span>{t('behaviour.responsiveDays')}</span>
      </p>
      <Button type="submit" look="primary" disabled={save.isPending}>
        {t('settings.save')}
      </Button>
    </form>
  )
}
