import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { flowQuery } from '../api/flows'
import { approvalsQuery, sendingsQuery } from '../api/sendings'
import type { Flow } from '../api/types'
import { FlowStatusChips } from '../app/flow-status-chips'
import { Page, PageHead } from '../app/page'
import { mayPublishIn, useWorkspace } from '../app/use-workspace'
import { LinkButton } from '../ui/link-button'
import panel from '../ui/panel.module.css'
import { Failed, Loading } from '../ui/states'
import { useWords } from '../words/use-words'
import { ApprovalsPanel } from './approvals-panel'
import { CancelNewsletter } from './cancel-newsletter'
import styles from './newsletters.module.css'
import { PauseButton } from './pause-button'
import { SendingProgress } from './sending-progress'

/** What a scenario sends to an audience: who approved it, when it leaves, and how far it has come. */
export function SendingsPage() {
  const { flowId } = useParams({ from: '/app/scenarios/$flowId/sendings' })
  const { t, date } = useWords()
  const flow = useQuery({ ...flowQuery(flowId), refetchInterval: 5_000 })
  const approvals = useQuery(approvalsQuery(flowId))
  const sendings = useQuery(sendingsQuery(flowId))
  const mayPublish = mayPublishIn(useWorkspace())
  const error = flow.error ?? sendings.error ?? approvals.error
  const name = flow.data?.name ?? '…'
  const nextAt = sendings.data?.nextAt
  const given = approvals.data
  // Once something has left as it was approved, how far it has come is what one looks for.
  const isGone = Boolean(sendings.data?.items.length && given?.content && given.target)
  const cancelled = flow.data?.cancelled
  const approving = flow.data && !cancelled && given?.needed && (
    <ApprovalsPanel flow={flow.data} approvals={given} mayPublish={mayPublish} />
  )
  return (
    <Page crumb={{ to: '/', label: t('nav.scenarios'), here: name }}>
      <PageHead
        title={t('sendings.title', { name })}
        about={nextAt ? t('sendings.next', { at: date(nextAt, 'moment') }) : undefined}
      >
        {flow.data && (
          <FlowStatusChips
            status={flow.data.status}
            version={flow.data.version}
            scheduled={flow.data.scheduled}
            sending={flow.data.sending}
            isCancelled={flow.data.cancelled !== null}
          />
        )}
        {flow.data?.version && (
          <LinkButton to="/messages/figures/$by/$key" params={{ by: 'flow', key: flowId }}>
            {t('figures.title')}
          </LinkButton>
        )}
        <LinkButton to="/scenarios/$flowId" params={{ flowId }}>
          {t('sendings.open')}
        </LinkButton>
        {flow.data?.sending === 'to-come' && mayPublish && (
          <CancelNewsletter flowId={flowId} nextAt={nextAt ?? null} />
        )}
        {flow.data && mayPublish && <PauseButton flow={flow.data} />}
      </PageHead>
      {error && <Failed error={error} retry={() => void sendings.refetch()} />}
      {!error && (!flow.data || !sendings.data) && <Loading rows={4} height={54} />}
      {cancelled && <Cancelled cancelled={cancelled} />}
      {!isGone && approving}
      {flow.data?.version && !cancelled && sendings.data?.items.length === 0 && (
        <p>{t('sendings.none')}</p>
      )}
      {sendings.data?.items.map((sending) => (
        <SendingProgress
          key={sending.id}
          flowId={flowId}
          sending={sending}
          mayPublish={mayPublish}
        />
      ))}
      {isGone && approving}
    </Page>
  )
}

/** Who cancelled it and when, and that nobody got it. */
function Cancelled({ cancelled }: { cancelled: NonNullable<Flow['cancelled']> }) {
  const { t, date } = useWords()
  const at = date(cancelled.at, 'moment')
  return (
    <section className={`${panel.panel} ${styles.block}`} aria-labelledby="cancelled">
      <h2 id="cancelled">
        {cancelled.by
          ? t('sendings.cancelledBy', { name: cancelled.by, at })
          : t('sendings.cancelledByKey', { at })}
      </h2>
      <p className={styles.quiet}>{t('sendings.cancelledAbout')}</p>
    </section>
  )
}
