import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
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
  const by = (kind: (typeof kinds)[number]) => {
    const given = approvals[kind]
    if (!given) return null
    const at = date(given.at, 'moment')
    return given.by
      ? t('sendings.approvedBy', { name: given.by, at })
      : t('sendings.approvedByKey', { at })
  }
  const looks = {
    content: <Mails mails={approvals.mails} />,
    target: t('sendings.targetAbout', { n: approvals.people ?? 0 }),
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
            <small>{looks[kind]}</small>
            {approvals[kind] && <small>{by(kind)}</small>}
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

/** What is sent, each to be looked at. */
function Mails({ mails }: Pick<Approvals, 'mails'>) {
  const { t } = useWords()
  if (mails.length === 0) return t('sendings.contentAbout')
  return (
    <>
      {t('sendings.looks')}{' '}
      {mails.map(({ id, name }) => (
        <Link key={id} to="/messages/$templateId" params={{ templateId: id }}>
          {name}
        </Link>
      ))}
    </>
  )
}
