import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import {
  type Apology,
  type FaultyStep,
  faultyList,
  faultySendQuery,
  liftAlarm,
} from '../api/faulty'
import { flowQuery } from '../api/flows'
import { Page, PageHead } from '../app/page'
import { mayPublishIn, useWorkspace } from '../app/use-workspace'
import { CountedFigure } from '../figures/counted-figure'
import styles from '../newsletters/newsletters.module.css'
import { Button } from '../ui/button'
import { LinkButton } from '../ui/link-button'
import panel from '../ui/panel.module.css'
import { Failed, Loading } from '../ui/states'
import { useWords } from '../words/use-words'
import { ApologyForm } from './apology-form'
import { LeftOut } from './left-out'
import { SupportCases } from './support-cases'

/** A send that went wrong: whom it hit, the step that stands still, and the apology. */
export function FaultySendPage() {
  const { flowId, nodeId } = useParams({ from: '/app/scenarios/$flowId/steps/$nodeId/oops' })
  const { t, rich, date } = useWords()
  const flow = useQuery(flowQuery(flowId))
  const { data, error, refetch } = useQuery(faultySendQuery(flowId, nodeId))
  const mayPublish = mayPublishIn(useWorkspace())
  return (
    <Page crumb={{ to: '/', label: t('nav.scenarios'), here: flow.data?.name ?? '…' }}>
      <PageHead
        title={t('faulty.title')}
        about={
          data &&
          (data.mail
            ? t('faulty.aboutMail', { mail: data.mail, from: date(data.from, 'day') })
            : t('faulty.about', { from: date(data.from, 'day') }))
        }
      />
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={4} height={54} />}
      {data && (
        <>
          <section className={`${panel.panel} ${styles.block}`}>
            <p className={styles.figures}>
              {(['hit', 'repeated', 'mails', 'complained', 'unsubscribed'] as const).map((key) => (
                <CountedFigure
                  key={key}
                  asked={faultyList({ flowId, nodeId }, { figure: key })}
                  count={data[key]}
                  title={t(`faulty.list-${key}`)}
                >
                  {rich(`faulty.${key}`, { n: data[key] })}
                </CountedFigure>
              ))}
            </p>
          </section>
          {data.isPaused && <Paused flowId={flowId} nodeId={nodeId} mayPublish={mayPublish} />}
          {mayPublish && <ApologyForm flowId={flowId} nodeId={nodeId} send={data} />}
          <SupportCases step={{ flowId, nodeId }} />
          {data.apologies.map((apology) => (
            <ApologyRow key={apology.id} step={{ flowId, nodeId }} apology={apology} />
          ))}
        </>
      )}
    </Page>
  )
}

function Paused({
  flowId,
  nodeId,
  mayPublish,
}: {
  flowId: string
  nodeId: string
  mayPublish: boolean
}) {
  const { t } = useWords()
  const queries = useQueryClient()
  const lift = useMutation({
    mutationFn: () => liftAlarm(flowId, nodeId),
    onSuccess: async () => {
      toast.success(t('faulty.lifted'))
      await queries.invalidateQueries({ queryKey: ['flow', flowId] })
      await queries.invalidateQueries({ queryKey: ['repeat-alarms'] })
    },
    onError: (failure) => toast.error(messageOfError(failure)),
  })
  return (
    <section className={`${panel.panel} ${styles.block}`}>
      <div className={styles.head}>
        <h2>{t('faulty.paused')}</h2>
        <span className={styles.grow} />
        {mayPublish && (
          <Button disabled={lift.isPending} onClick={() => lift.mutate()}>
            {t('faulty.lift')}
          </Button>
        )}
      </div>
      <p className={styles.quiet}>{t('faulty.pausedAbout')}</p>
    </section>
  )
}

/** An apology that was made: to how many it has gone, and who was left out. */
function ApologyRow({ step, apology }: { step: FaultyStep; apology: Apology }) {
  const { t, rich, date } = useWords()
  const listOf = (figure: string, reason?: string) =>
    faultyList(step, { figure, apologyId: apology.id, ...(reason && { reason }) })
  return (
    <section className={`${panel.panel} ${styles.block}`}>
      <div className={styles.head}>
        <h2>{t('faulty.made', { at: date(apology.madeAt, 'moment') })}</h2>
        <span className={styles.grow} />
        <LinkButton size="small" to="/scenarios/$flowId/live" params={{ flowId: apology.sentBy }}>
          {t('sendings.open')}
        </LinkButton>
      </div>
      <p className={styles.figures}>
        <CountedFigure
          asked={listOf('apologisedTo')}
          count={apology.people}
          title={t('faulty.list-apologisedTo')}
        >
          {rich('faulty.madeTo', { n: apology.people })}
        </CountedFigure>
        <CountedFigure
          asked={listOf('apologySent')}
          count={apology.sent}
          title={t('faulty.list-apologySent')}
        >
          {rich('faulty.madeSent', { n: apology.sent })}
        </CountedFigure>
        <LeftOut
          leftOut={apology.leftOut}
          listOf={apology.namesLeftOut ? (reason) => listOf('apologyLeftOut', reason) : null}
        />
      </p>
    </section>
  )
}
