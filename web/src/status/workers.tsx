import { ageWords } from '@relance/core/time/age-words'
import type { EngineStatus } from '../api/engine-status'
import { Chip } from '../ui/chip'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './status.module.css'

/** Lateness of waits, and who works. */
export function Workers({
  status: { timers, workers },
}: {
  status: Pick<EngineStatus, 'timers' | 'workers'>
}) {
  const { t, date, language } = useWords()
  const { minutes, count, p50, p99, nudges } = timers
  return (
    <div>
      <section className={`${panel.panel} ${styles.block}`} aria-labelledby="timers">
        <h2 id="timers">{t('status.timers', { minutes })}</h2>
        <p>{t('status.timersSaid', { count })}</p>
        {p50 !== null && p99 !== null && (
          <p>
            {t('status.timersLate', {
              p50: ageWords(p50, language),
              p99: ageWords(p99, language),
            })}
          </p>
        )}
        <p>{t('status.nudges', { n: nudges })}</p>
      </section>
      <section className={`${panel.panel} ${styles.block}`} aria-labelledby="workers">
        <h2 id="workers">{t('status.workers')}</h2>
        {workers.length === 0 && <p>{t('status.noWorker')}</p>}
        <ul>
          {workers.slice(0, 10).map(({ startedAt, beatAge, works }) => (
            <li key={startedAt}>
              <Chip tone={works ? 'ok' : 'mute'} dot={works}>
                {t(works ? 'status.workerNow' : 'status.workerGone', {
                  age: ageWords(beatAge, language),
                })}
              </Chip>
              <small>{t('status.workerSince', { at: date(startedAt, 'moment') })}</small>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
