import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import styles from './publish.module.css'

/** What becomes of the start that is scheduled already, and that the scenario ends. Nothing where neither is so. */
export function ScheduledNote({ isLater }: { isLater: boolean }) {
  const { t, date } = useWords()
  const { start, end } = useSession().flow.scheduled
  return (
    <>
      {isLater && <p className={styles.quiet}>{t('scheduled.frozen')}</p>}
      {start && (
        <p className={styles.warning}>
          {t(isLater ? 'scheduled.replaces' : 'scheduled.stays', { at: date(start.at, 'full') })}
        </p>
      )}
      {end && (
        <p className={styles.quiet}>{t('scheduled.alsoEnds', { at: date(end.at, 'full') })}</p>
      )}
    </>
  )
}
