import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { publishFlow } from '../api/flows'
import type { Approvals } from '../api/sendings'
import type { Flow } from '../api/types'
import { useWorkspace } from '../app/use-workspace'
import { Button } from '../ui/button'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import { ApprovalRows } from './approval-rows'
import styles from './newsletters.module.css'

/** Both approvals, then the button that schedules it. Gone once the version that is live is the approved one. */
export function ApprovalsPanel({
  flow,
  approvals,
  mayPublish,
}: {
  flow: Flow
  approvals: Approvals
  mayPublish: boolean
}) {
  const { t } = useWords()
  const queries = useQueryClient()
  const schedule = useMutation({
    mutationFn: () => publishFlow(flow.id, { people: 'finish' }),
    onSuccess: async () => {
      toast.success(t(isOver ? 'sendings.leaves' : 'sendings.scheduled'))
      await queries.invalidateQueries({ queryKey: ['flow', flow.id] })
      await queries.invalidateQueries({ queryKey: ['flows'] })
    },
    onError: (error) => toast.error(messageOfError(error)),
  })
  const now = useWorkspace()?.clock.now
  const isOver = Boolean(approvals.at && now && new Date(approvals.at) <= new Date(now))
  const isReady = approvals.content !== null && approvals.target !== null
  return (
    <section className={`${panel.panel} ${styles.block}`} aria-labelledby="approvals">
      <h2 id="approvals">{t('sendings.approvals')}</h2>
      <p className={styles.quiet}>{t('sendings.approvalsAbout')}</p>
      {approvals.says && <p className={styles.says}>{approvals.says}</p>}
      <ApprovalRows flowId={flow.id} approvals={approvals} mayPublish={mayPublish} />
      {flow.version === null && mayPublish && (
        <div className={styles.actions}>
          {isOver && <span className={styles.quiet}>{t('sendings.leavesAtOnce')}</span>}
          <Button
            look="primary"
            disabled={!isReady || schedule.isPending}
            onClick={() => schedule.mutate()}
          >
            {t(isOver ? 'sendings.sendNow' : 'sendings.publish')}
          </Button>
        </div>
      )}
    </section>
  )
}
