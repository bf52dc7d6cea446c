import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { queryClient } from '../api/query-client'
import type { Workspace } from '../api/types'
import { meQuery, saveWorkspace, workspaceQuery } from '../api/workspace'
import { Button } from '../ui/button'
import fields from '../ui/field.module.css'
import { Labelled } from '../ui/labelled'
import panel from '../ui/panel.module.css'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import styles from './settings.module.css'

const zones = Intl.supportedValuesOf('timeZone')

/** The workspace's name, language and time zone, and whom its steps may call. */
export function WorkspaceForm({ workspace }: { workspace: Workspace }) {
  const { t } = useWords()
  const full = useQuery(workspaceQuery(workspace.id)).data
  const [name, setName] = useState(workspace.name)
  const [locale, setLocale] = useState(workspace.locale)
  const [timeZone, setTimeZone] = useState(workspace.timeZone)
  const [privateHooks, setPrivateHooks] = useState(false)
  useEffect(() => setPrivateHooks(full?.allowPrivateWebhooks ?? false), [full])
  const save = useMutation({
    mutationFn: () =>
      saveWorkspace(workspace.id, { name, locale, timeZone, allowPrivateWebhooks: privateHooks }),
    onSuccess: async () => {
      toast.success(t('settings.saved'))
      await queryClient.invalidateQueries({ queryKey: meQuery().queryKey })
      await queryClient.invalidateQueries({ queryKey: workspaceQuery(workspace.id).queryKey })
    },
    onError: (error) => toast.error(messageOfError(error)),
  })
  return (
    <form
      className={`${panel.panel} ${styles.form}`}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <h2>{t('settings.workspace')}</h2>
      <Labelled label={t('workspace.name')}>
        {(props) => (
          <input
            {...props}
            required
            className={fields.field}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Labelled>
      <Labelled label={t('settings.language')} help={t('settings.languageHelp')}>
        {({ id }) => (
          <Select
            id={id}
            look="field"
            value={locale.slice(0, 2)}
            onChange={setLocale}
            choices={[
              { value: 'fr', label: t('language.fr') },
              { value: 'en', label: t('language.en') },
            ]}
          />
        )}
      </Labelled>
      <Labelled label={t('settings.zone')} help={t('settings.zoneHelp')}>
        {({ id }) => (
          <Select
            id={id}
            look="field"
            value={timeZone}
            onChange={setTimeZone}
            choices={[...new Set([timeZone, ...zones])].map((zone) => ({
              value: zone,
              label: zone.replaceAll('_', ' '),
            }))}
          />
        )}
      </Labelled>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={privateHooks}
          onChange={(event) => setPrivateHooks(event.target.checked)}
        />
        <span>{t('settings.privateHooks')}</span>
      </label>
      <Button type="submit" look="primary" disabled={save.isPending}>
        {t('settings.save')}
      </Button>
    </form>
  )
}
