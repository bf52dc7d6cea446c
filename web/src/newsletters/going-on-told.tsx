import type { GoingOn } from '../api/flows'
import { useWords } from '../words/use-words'
import styles from './newsletters.module.css'

/** What going on after a pause sends to an audience: to how many, how fast, and whether at once. */
export function GoingOnTold({ sending }: { sending: GoingOn }) {
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
