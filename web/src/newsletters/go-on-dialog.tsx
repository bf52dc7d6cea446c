import { useQuery } from '@tanstack/react-query'
import { type GoingOn, resumeFlow, resumePreviewQuery } from '../api/flows'
import { Failed, Loading } from '../ui/states'
import { useWords } from '../words/use-words'
import styles from './newsletters.module.css'
import { Question } from './question'

/** Asks before mails go again after a pause: to how many, how fast, and whether at once. */
export function GoOnDialog({ flowId, close }: { flowId: string; close: () => void }) {
  const { t } = useWords()
  const { data, error, refetch } = useQuery(resumePreviewQuery(flowId))
  return (
    <Question
      flowId={flowId}
      title={t('sendings.goOnTitle')}
      sure={t('sendings.resume')}
      act={() => resumeFlow(flowId, { mode: 'now' })}
      done={() => t('sendings.goOnDone')}
      close={close}
    >
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={2} height={20} />}
      {data?.sending && <Told sending={data.sending} />}
      {data && !data.sending && <p>{t('sendings.goOnOverdue', { n: data.overdue })}</p>}
    </Question>
  )
}

function Told({ sending }: { sending: GoingOn }) {
  const { t, date, duration } = useWords()
  const { people, pace, isLocal, passedAt, nextAt } = sending
  const moment = (at: string) => date(at, 'moment')
  if (people === 0)
    return <p>{nextAt ? t('sendings.goOnAt', { at: moment(nextAt) }) : t('sendings.goOnNobody')}</p>
  const isSlow = pace.pace === 'over' ? pace.over !== null : pace.people !== null
  return (
    <>
      <p>{t('sendings.goOnPeople', { n: people })}</p>
      <p>
        {passedAt ? t('sendings.goOnPassed', { at: moment(passedAt) }) : t('sendings.goOnUnderWay')}{' '}
        {t(`sendings.goOnPace-${isSlow ? pace.pace : 'none'}`, {
          n: pace.people ?? 0,
          time: pace.over ? duration(pace.over) : '',
        })}
      </p>
      {isLocal && <p className={styles.quiet}>{t('sendings.goOnLocal')}</p>}
    </>
  )
}
