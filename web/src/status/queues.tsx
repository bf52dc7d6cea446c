import { ageWords } from '@relance/core/time/age-words'
import { queueWords } from '@relance/core/words/queue-words'
import type { EngineStatus } from '../api/engine-status'
import table from '../home/home.module.css'
import { Chip } from '../ui/chip'
import panel from '../ui/panel.module.css'
import cards from '../ui/row-cards.module.css'
import { useWords } from '../words/use-words'
import styles from './status.module.css'

const MOST_COUNTED = 10_000

/** What waits to be done, how long the oldest of it has, and whether it moves. */
export function Queues({ queues }: Pick<EngineStatus, 'queues'>) {
  const { t, number, say, language } = useWords()
  const counted = (waiting: number) =>
    waiting >= MOST_COUNTED ? t('status.atLeast', { n: waiting }) : number(waiting)
  return (
    <section className={`${panel.panel} ${styles.block}`} aria-labelledby="queues">
      <h2 id="queues">{t('status.queues')}</h2>
      <table className={`${table.table} ${cards.cards} ${styles.still} ${styles.queues}`}>
        <thead>
          <tr>
            <th>{t('status.queue')}</th>
            <th className={table.right}>{t('status.waiting')}</th>
            <th className={table.right}>{t('status.oldest')}</th>
            <th style={{ width: 150 }}>
              <span className="sr-only">{t('nav.status')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {queues.map(({ queue, waiting, oldestSeconds, stuckFor }) => (
            <tr key={queue}>
              <td>{say(queueWords[queue])}</td>
              <td className={table.right} data-label={t('status.waiting')}>
                {waiting === null ? '–' : counted(waiting)}
              </td>
              <td className={table.right} data-label={t('status.oldest')}>
                {oldestSeconds === null ? '–' : ageWords(oldestSeconds, language)}
              </td>
              <td>
                {stuckFor !== null ? (
                  <Chip tone="bad">
                    {t('status.stuck', { since: ageWords(stuckFor, language) })}
                  </Chip>
                ) : oldestSeconds === null ? (
                  <Chip tone="outline">{t('status.nothing')}</Chip>
                ) : (
                  <Chip tone="ok">{t('status.moves')}</Chip>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
