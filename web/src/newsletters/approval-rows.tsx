import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { type Approvals, approvalsQuery, approve } from '../api/sendings'
import { Button } from '../ui/button'
import { useWords } from '../words/use-words'
import styles from './newsletters.module.css'

const kinds = ['content', 'target'] as const

/** Content and target: by whom and when each was approved, or the button to do so. */
export function ApprovalRows({
  flowId,
  approvals,
  mayPublish,
}: {
  flowId: string
  approvals: Approvals
  mayPublish: boolean
}) {
  const { t, date } = useWords()
  const queries = useQueryClient()
  const give = useMutation({
    mutationFn: (kind: (typeof kinds)[number]) => approve(flowId, kind),
    onSuccess: (now) => queries.setQueryData(approvalsQuery(flowId).queryKey, now),
    onError: (error) => toast.error(messageOfError(error)),
  })
  const about = (kind: (typeof kinds)[number]) => {
    const given = approvals[kind]
    if (given?.by) return t('sendings.approvedBy', { name: given.by, at: date(given.at, 'moment') })
    if (given) return t('sendings.approvedByKey', { at: date(given.at, 'moment') })
    return kind === 'content'
      ? t('sendings.contentAbout')
      : t('sendings.targetAbout', { n: approvals.people ?? 0 })
  }
  return (
    <div className={styles.approvals}>
      {kinds.map((kind) => (
        <div key={kind} className={styles.approval}>
          <span>
            <b>
              {approvals[kind] ? '✓ ' : ''}
              {t(`sendings.${kind}`)}
            </b>
            <small>{about(kind)}</small>
          </span>
          {!approvals[kind] && mayPublish && (
            <Button
              aria-label={`${t('sendings.approve')} · ${t(`sendings.${kind}`)}`}
              disabled={give.isPending}
              onClick={() => give.mutate(kind)}
            >
              {t('sendings.approve')}
            </Button>
          )}
        </div>
      ))}
    </div>
  )
}
