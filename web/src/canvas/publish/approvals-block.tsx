import { useQuery } from '@tanstack/react-query'
import { approvalsQuery } from '../../api/sendings'
import { mayPublishIn, useWorkspace } from '../../app/use-workspace'
import { ApprovalRows } from '../../newsletters/approval-rows'
import { useWords } from '../../words/use-words'
import styles from './publish.module.css'

/** Of what goes to an audience at a set time: content and target are approved first. Nothing for any other scenario. */
export function ApprovalsBlock({ flowId }: { flowId: string }) {
  const { t } = useWords()
  const { data } = useQuery(approvalsQuery(flowId))
  const mayPublish = mayPublishIn(useWorkspace())
  if (!data?.needed) return null
  return (
    <section className={styles.section}>
      <h3>{t('sendings.approvals')}</h3>
      <p className={styles.quiet}>{t('sendings.approvalsAbout')}</p>
      <ApprovalRows flowId={flowId} approvals={data} mayPublish={mayPublish} />
    </section>
  )
}

/** Whether nothing is left to approve of a draft without problems; not while that is unknown. */
export function useApproved(flowId: string, isAsked: boolean): boolean {
  const { data } = useQuery({ ...approvalsQuery(flowId), enabled: isAsked })
  return data !== undefined && (!data.needed || (data.content !== null && data.target !== null))
}
