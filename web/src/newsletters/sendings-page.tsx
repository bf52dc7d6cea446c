import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { flowQuery, pauseFlow, resumeFlow } from '../api/flows'
import { approvalsQuery, sendingsQuery } from '../api/sendings'
import type { Flow } from '../api/types'
import { FlowStatusChips } from '../app/flow-status-chips'
import { Page, PageHead } from '../app/page'
import { mayPublishIn, useWorkspace } from '../app/use-workspace'
import { Button } from '../ui/button'
import { LinkButton } from '../ui/link-button'
import { Failed, Loading } from '../ui/states'
import { useWords } from '../words/use-words'
import { ApprovalsPanel } from './approvals-panel'
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
        {flow.data && mayPublish && <PauseButton flow={flow.data} />}
      </PageHead>
      {error && <Failed error={error} retry={() => void sendings.refetch()} />}
      {!error && (!flow.data || !sendings.data) && <Loading rows={4} height={54} />}
      {flow.data && approvals.data?.needed && (
        <ApprovalsPanel flow={flow.data} approvals={approvals.data} mayPublish={mayPublish} />
      )}
      {flow.data?.version && sendings.data?.items.length === 0 && <p>{t('sendings.none')}</p>}
      {sendings.data?.items.map((sending) => (
        <SendingProgress
          key={sending.id}
          flowId={flowId}
          sending={sending}
          mayPublish={mayPublish}
        />
      ))}
    </Page>
  )
}

function PauseButton({ flow }: { flow: Flow }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const isPaused = flow.status === 'paused'
  const act = useMutation({
    mutationFn: () => (isPaused ? resumeFlow(flow.id, { mode: 'now' }) : pauseFlow(flow.id)),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['flow', flow.id] }),
    onError: (failure) => toast.error(messageOfError(failure)),
  })
  if (flow.status !== 'live' && !isPaused) return null
  return (
    <Button disabled={act.isPending} onClick={() => act.mutate()}>
      {t(isPaused ? 'sendings.resume' : 'sendings.pause')}
    </Button>
  )
}
