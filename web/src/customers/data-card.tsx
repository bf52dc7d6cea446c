import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Download, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { eraseContact } from '../api/contacts'
import { queryClient } from '../api/query-client'
import { download } from '../api/request'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import dialog from '../ui/dialog.module.css'
import fields from '../ui/field.module.css'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './side-cards.module.css'

/** Everything kept about this person, to hand out or to erase. */
export function DataCard({ contactId, name }: { contactId: string; name: string }) {
  const { t } = useWords()
  const [asks, setAsks] = useState(false)
  const keep = useMutation({
    mutationFn: () => download(`/api/contacts/${contactId}/export`, `contact-${contactId}.json`),
    onError: (error) => toast.error(messageOfError(error)),
  })
  return (
    <section className={panel.card}>
      <h3>{t('customer.data')}</h3>
      <div className={styles.acts}>
        <Button size="small" disabled={keep.isPending} onClick={() => keep.mutate()}>
          <Download className="icon" aria-hidden="true" />
          {t('customer.download')}
        </Button>
        <Button size="small" look="danger" onClick={() => setAsks(true)}>
          <Trash2 className="icon" aria-hidden="true" />
          {t('customer.erase')}
        </Button>
      </div>
      {asks && <EraseDialog contactId={contactId} name={name} close={() => setAsks(false)} />}
    </section>
  )
}

/** Asks for a typed word first: nothing brings an erased person back. */
function EraseDialog({
  contactId,
  name,
  close,
}: {
  contactId: string
  name: string
  close: () => void
}) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const word = t('customer.eraseWord')
  const erase = useMutation({
    mutationFn: () => eraseContact(contactId),
    onSuccess: async () => {
      toast.success(t('customer.erasing'))
      await queryClient.invalidateQueries({ queryKey: ['contacts'] })
      await navigate({ to: '/customers' })
    },
    onError: (error) => toast.error(messageOfError(error)),
  })
  const footer = (
    <>
      <Button onClick={close}>{t('common.cancel')}</Button>
      <Button
        look="danger"
        disabled={typed.trim().toUpperCase() !== word || erase.isPending}
        onClick={() => erase.mutate()}
      >
        {t('customer.erase')}
      </Button>
    </>
  )
  return (
    <Dialog open title={t('customer.erase')} about={name} onClose={close} footer={footer}>
      <div className={dialog.pad}>
        <p>{t('customer.eraseAbout')}</p>
        <label className={styles.confirm}>
          {t('customer.eraseType', { word })}
          <input
            className={fields.field}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
      </div>
    </Dialog>
  )
}
