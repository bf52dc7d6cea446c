import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { queryClient } from '../api/query-client'
import { createWorkspace, meQuery } from '../api/workspace'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import dialog from '../ui/dialog.module.css'
import fields from '../ui/field.module.css'
import { Labelled } from '../ui/labelled'
import { useWords } from '../words/use-words'

/** A new workspace, on the real clock or on one that moves when told. */
export function NewWorkspaceDialog({
  close,
  onMade,
}: {
  close: () => void
  onMade: (id: string) => Promise<void>
}) {
  const { t, language } = useWords()
  const [name, setName] = useState('')
  const [test, setTest] = useState(false)
  const make = useMutation({
    mutationFn: () =>
      createWorkspace({
        name,
        locale: language,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        ...(test ? { clock: { now: new Date().toISOString() } } : {}),
      }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: meQuery().queryKey })
      close()
      await onMade(id)
    },
    onError: (error) => toast.error(messageOfError(error)),
  })
  const footer = (
    <>
      <Button onClick={close}>{t('common.cancel')}</Button>
      <Button
        look="primary"
        disabled={!name.trim() || make.isPending}
        onClick={() => make.mutate()}
      >
        {t('workspace.create')}
      </Button>
    </>
  )
  return (
    <Dialog open width={440} title={t('workspace.new')} onClose={close} footer={footer}>
      <div className={dialog.pad}>
        <Labelled label={t('workspace.name')}>
          {(props) => (
            <input
              {...props}
              className={fields.field}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Labelled>
        <label style={{ display: 'flex', gap: 10, lineHeight: '18px' }}>
          <input
            type="checkbox"
            checked={test}
            onChange={(event) => setTest(event.target.checked)}
          />
          <span>{t('workspace.onTestClock')}</span>
        </label>
      </div>
    </Dialog>
  )
}
