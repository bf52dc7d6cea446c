import type { ReactNode } from 'react'
import { cancelEnd, cancelStart, type ScheduledAct, startNow } from '../../api/scheduled'
import { mayPublishIn, useWorkspace } from '../../app/use-workspace'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import styles from './publish.module.css'
import { useAct } from './use-act'

/** What the scenario does by itself and when; who may publish cancels it, does it now, or puts away what failed. */
export function ScheduledDialog() {
  const { t } = useWords()
  const { flow, store } = useSession()
  const { start, end, failed } = flow.scheduled
  return (
    <Dialog
      open
      onClose={() => store.getState().showDialog(null)}
      title={t('scheduled.title', { name: flow.name })}
    >
      {start && <Start start={start} />}
      {failed && <Failure failed={failed} />}
      {end && <End end={end} />}
    </Dialog>
  )
}

/** Who scheduled it, and when. */
function By({ act: { by, madeAt } }: { act: ScheduledAct }) {
  const { t, date } = useWords()
  const at = date(madeAt, 'moment')
  return <p className={styles.quiet}>{t('scheduled.by', { name: by ?? t('asked.script'), at })}</p>
}

function Acts({ children }: { children: ReactNode }) {
  return mayPublishIn(useWorkspace()) ? <p className={styles.acts}>{children}</p> : null
}

function useMoment() {
  const { date } = useWords()
  const zone = useWorkspace()?.timeZone.replaceAll('_', ' ') ?? ''
  return (at: string) => ({ at: date(at, 'full'), zone })
}

function Start({ start }: { start: ScheduledAct }) {
  const { t, rich } = useWords()
  const moment = useMoment()
  const { flow } = useSession()
  const cancel = useAct(cancelStart, t('scheduled.cancelled'))
  const now = useAct(startNow, t('scheduled.started'), (reason) => t('publish.failed', { reason }))
  const isBusy = cancel.isPending || now.isPending
  return (
    <section className={styles.section}>
      <h3>{rich('scheduled.starts', moment(start.at))}</h3>
      <By act={start} />
      {flow.inside > 0 && <p className={styles.quiet}>{t(`scheduled.people.${start.people}`)}</p>}
      {!start.isCurrent && <p className={styles.warning}>{t('scheduled.changed')}</p>}
      <Acts>
        <Button disabled={isBusy} onClick={() => cancel.mutate()}>
          {t('scheduled.cancelStart')}
        </Button>
        <Button look="primary" disabled={isBusy} onClick={() => now.mutate()}>
          {t('scheduled.startNow')}
        </Button>
      </Acts>
    </section>
  )
}

function Failure({
  failed,
}: {
  failed: NonNullable<ReturnType<typeof useSession>['flow']['scheduled']['failed']>
}) {
  const { t, say } = useWords()
  const moment = useMoment()
  const putAway = useAct(cancelStart, t('scheduled.putAway'))
  return (
    <section className={styles.section}>
      <h3>{t('scheduled.failed', moment(failed.at))}</h3>
      <p className={styles.failure}>{t('scheduled.reason', { reason: say(failed.reason) })}</p>
      <Acts>
        <Button disabled={putAway.isPending} onClick={() => putAway.mutate()}>
          {t('scheduled.seen')}
        </Button>
      </Acts>
    </section>
  )
}

function End({ end }: { end: ScheduledAct }) {
  const { t, rich } = useWords()
  const moment = useMoment()
  const { store } = useSession()
  const cancel = useAct(cancelEnd, t('scheduled.cancelled'))
  return (
    <section className={styles.section}>
      <h3>{rich('scheduled.ends', moment(end.at))}</h3>
      <By act={end} />
      <p className={styles.quiet}>{t(`scheduled.people.${end.people}`)}</p>
      <Acts>
        <Button disabled={cancel.isPending} onClick={() => cancel.mutate()}>
          {t('scheduled.cancelEnd')}
        </Button>
        <Button onClick={() => store.getState().showDialog('stop')}>
          {t('scheduled.changeEnd')}
        </Button>
      </Acts>
    </section>
  )
}
