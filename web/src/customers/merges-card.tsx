import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Merge as MergeIcon } from 'lucide-react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { type Merge, mergesQuery, undoMerge } from '../api/contact-record'
import { queryClient } from '../api/query-client'
import { mayPublishIn, useWorkspace } from '../app/use-workspace'
import { Button } from '../ui/button'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import shared from './customer.module.css'
import styles from './record.module.css'

/** Records that became this one, each to be parted again while that is possible. */
export function MergesCard({ contactId }: { contactId: string }) {
  const { t } = useWords()
  const merges = useQuery(mergesQuery(contactId)).data?.items ?? []
  if (merges.length === 0) return null
  return (
    <section className={panel.card}>
      <h3>{t('merge.title')}</h3>
      <ul className={styles.identities}>
        {merges.map((merge) => (
          <li key={merge.id}>
            <MergeIcon className="icon" aria-hidden="true" />
            <MergeLine contactId={contactId} merge={merge} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function MergeLine({ contactId, merge }: { contactId: string; merge: Merge }) {
  const { t, date } = useWords()
  const mayUndo = mayPublishIn(useWorkspace())
  const undo = useMutation({
    mutationFn: () => undoMerge(contactId, merge.id),
    onSuccess: async () => {
      toast(t('merge.undone'))
      await queryClient.invalidateQueries({ queryKey: ['contact', contactId] })
    },
    onError: (error: unknown) => void toast.error(messageOfError(error)),
  })
  return (
    <div>
      <b>{date(merge.at, 'moment')}</b>
      {merge.obstacle !== 'too-late' && merge.obstacle !== 'undone' && (
        <small>{t('merge.brought', { events: merge.events, orders: merge.orders })}</small>
      )}
      {merge.obstacle === null ? (
        <small>{t('merge.until', { at: date(merge.undoUntil, 'day') })}</small>
      ) : (
        <small>{t(`obstacle.${merge.obstacle}`)}</small>
      )}
      {merge.obstacle === null && mayUndo && (
        <Button size="small" disabled={undo.isPending} onClick={() => undo.mutate()}>
          {t('merge.undo')}
        </Button>
      )}
      {merge.obstacle === 'undone' && (
        <Link
          to="/customers/$contactId"
          params={{ contactId: merge.fromId }}
          className={shared.link}
        >
          {t('merge.other')}
        </Link>
      )}
    </div>
  )
}
