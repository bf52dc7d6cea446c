import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import {
  type AskedToPublish,
  askedQuery,
  declineRequest,
  withdrawRequest,
} from '../../api/publish-requests'
import { mayPublishIn, useWorkspace } from '../../app/use-workspace'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import { NoteField } from './note-field'
import styles from './publish.module.css'
import { useAnswer } from './use-answer'

/** What was asked of the scenario last: a publisher goes on to publishing or says why not; whoever draws reads, or takes it back. */
export function RequestDialog() {
  const { flow } = useSession()
  const { data } = useQuery(askedQuery(flow.id))
  const mayPublish = mayPublishIn(useWorkspace())
  if (!data) return null
  if (data.answer !== null) return <AnsweredDialog asked={data} />
  return mayPublish ? <AnswerDialog asked={data} /> : <WithdrawDialog asked={data} />
}

function Frame({
  about,
  footer,
  children,
}: {
  about: string
  footer?: ReactNode
  children: ReactNode
}) {
  const { t } = useWords()
  const { flow, store } = useSession()
  return (
    <Dialog
      open
      onClose={() => store.getState().showDialog(null)}
      title={t('asked.title', { name: flow.name })}
      about={about}
      footer={footer}
    >
      {children}
    </Dialog>
  )
}

function useAbout({ askedBy, askedAt }: AskedToPublish) {
  const { t, date } = useWords()
  return t('asked.by', { name: askedBy ?? t('asked.script'), at: date(askedAt, 'moment') })
}

function Said({ asked }: { asked: AskedToPublish }) {
  const { t } = useWords()
  return (
    <section className={styles.section}>
      <p className={asked.note ? styles.said : styles.quiet}>{asked.note ?? t('asked.noNote')}</p>
      {!asked.isCurrent && <p className={styles.warning}>{t('asked.changed')}</p>}
    </section>
  )
}

function AnswerDialog({ asked }: { asked: AskedToPublish }) {
  const { t } = useWords()
  const { flow, store } = useSession()
  const [reason, setReason] = useState('')
  const decline = useAnswer((why: string) => declineRequest(flow.id, why), t('asked.declined'))
  const about = useAbout(asked)
  const footer = (
    <>
      <Button
        disabled={reason.trim() === '' || decline.isPending}
        onClick={() => decline.mutate(reason)}
      >
        {t('asked.decline')}
      </Button>
      <Button look="primary" onClick={() => store.getState().showDialog('publish')}>
        {t('publish.open')}
      </Button>
    </>
  )
  return (
    <Frame about={about} footer={footer}>
      <Said asked={asked} />
      <NoteField
        label={t('asked.reason')}
        help={t('asked.reasonHelp')}
        value={reason}
        onChange={setReason}
      />
    </Frame>
  )
}

function WithdrawDialog({ asked }: { asked: AskedToPublish }) {
  const { t } = useWords()
  const { flow, store } = useSession()
  const withdraw = useAnswer(() => withdrawRequest(flow.id), t('asked.withdrawn'))
  const about = useAbout(asked)
  const footer = (
    <>
      <Button disabled={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
        {t('asked.withdraw')}
      </Button>
      <Button look="primary" onClick={() => store.getState().showDialog('publish')}>
        {t('asked.again')}
      </Button>
    </>
  )
  return (
    <Frame about={about} footer={footer}>
      <Said asked={asked} />
    </Frame>
  )
}

function AnsweredDialog({ asked }: { asked: AskedToPublish }) {
  const { t, date } = useWords()
  const who = { name: asked.answeredBy ?? t('asked.script'), at: date(asked.answeredAt, 'moment') }
  return (
    <Frame about={t('asked.declinedBy', who)}>
      <section className={styles.section}>
        <p className={styles.said}>{asked.reason}</p>
      </section>
    </Frame>
  )
}
