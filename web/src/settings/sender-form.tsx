import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { checkSender, type SenderSettings, saidOf } from '../api/sender'
import { statusQuery, workspaceQuery } from '../api/workspace'
import { Button } from '../ui/button'
import fields from '../ui/field.module.css'
import { Labelled } from '../ui/labelled'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import { DomainRecords } from './domain-records'
import { LeverScores } from './lever-scores'
import styles from './settings.module.css'
import { useSaveSettings } from './use-save-settings'

/** Whom mails come from, and whether inboxes have reason to believe it. */
export function SenderForm({ workspaceId }: { workspaceId: string }) {
  const workspace = useQuery(workspaceQuery(workspaceId)).data
  const { data: status } = useQuery(statusQuery())
  if (!workspace || !status) return null
  const { sender = {}, clock } = workspace
  const isTest = clock.kind === 'test' || status.inboxUrl !== null
  return <Form workspaceId={workspaceId} start={sender} isTest={isTest} />
}

const parts = [
  { key: 'name', type: 'text' },
  { key: 'address', type: 'email' },
  { key: 'replyTo', type: 'email' },
] as const

function Form({
  workspaceId,
  start,
  isTest,
}: {
  workspaceId: string
  start: SenderSettings
  /** Nothing leaves for the world, so nothing is asked of the domain unless somebody wants it. */
  isTest: boolean
}) {
  const { t } = useWords()
  const [said, setSaid] = useState(start)
  const save = useSaveSettings(workspaceId)
  const check = useMutation({
    mutationFn: checkSender,
    onError: (error) => toast.error(messageOfError(error)),
  })
  return (
    <form
      id="sender"
      className={`${panel.panel} ${styles.form}`}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ sender: saidOf(said) })
      }}
    >
      <h2>{t('sender.title')}</h2>
      <p className={styles.about}>{t('sender.about')}</p>
      {parts.map(({ key, type }) => (
        <Labelled key={key} label={t(`sender.${key}`)}>
          {(props) => (
            <input
              {...props}
              type={type}
              className={fields.field}
              value={said[key] ?? ''}
              onChange={(event) => setSaid({ ...said, [key]: event.target.value })}
            />
          )}
        </Labelled>
      ))}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={said.mustBeVerified ?? !isTest}
          onChange={(event) => setSaid({ ...said, mustBeVerified: event.target.checked })}
        />
        <span>{t('sender.mustBeVerified')}</span>
      </label>
      <p className={styles.buttons}>
        <Button look="primary" type="submit" disabled={save.isPending}>
          {t('settings.save')}
        </Button>
        <Button
          type="button"
          disabled={check.isPending || !start.address}
          onClick={() => check.mutate()}
        >
          {t('sender.check')}
        </Button>
      </p>
      {check.data && <LeverScores scores={check.data.levers} />}
      {check.data && <DomainRecords checked={check.data} />}
    </form>
  )
}
