import type { Backtest } from '../../api/backtest'
import type { TrySubject } from '../../api/try'
import { nameOfContact } from '../../customers/name-of-contact'
import { useWords } from '../../words/use-words'
import { ComparedFigures } from './compared-figures'
import { DayChart } from './day-chart'
import { sumOf, useMailCost } from './mail-cost'
import steps from './tried-steps.module.css'
import styles from './try.module.css'

/** What a back-test counted: in a sentence, beside the live version, by day, and who. */
export function LastDaysOutcome({
  backtest,
  choose,
}: {
  backtest: Backtest
  choose: (subject: TrySubject) => void
}) {
  const { t, rich, date, money } = useWords()
  const { state, entered, computedAt, concerned, total, nodes, people } = backtest
  const [sent, held] = [sumOf(nodes, 'sent'), sumOf(nodes, 'held')]
  const cost = useMailCost()(sent)
  if (state === 'failed') return <p className={styles.refused}>{t('try.daysNotFromPast')}</p>
  return (
    <>
      {state === 'cancelled' && <p className={styles.refused}>{t('try.daysCancelled')}</p>}
      <p className={styles.outcome} data-entered={entered}>
        {entered === 0 && state === 'done'
          ? t('try.daysNobody')
          : rich('try.daysEntered', { n: entered, day: Math.round(entered / 3) / 10 })}{' '}
        {entered > 0 && t('try.daysMails', { sent, held })}{' '}
        {entered > 0 && cost !== null && t('try.daysCost', { cost: money(cost) })}
      </p>
      {total !== null && concerned !== null && total < concerned && (
        <p className={styles.help}>{t('try.daysSample', { total, concerned })}</p>
      )}
      <ComparedFigures backtest={backtest} />
      <DayChart backtest={backtest} />
      {computedAt && (
        <p className={steps.when}>{t('try.daysComputed', { at: date(computedAt, 'stamp') })}</p>
      )}
      {people.length > 0 && (
        <ul className={styles.people} aria-label={t('try.daysPeople')}>
          {people.slice(0, 100).map(({ contact, at }) => (
            <li key={`${contact.id}:${at}`}>
              <button
                type="button"
                className={styles.person}
                onClick={() =>
                  choose({ ...contact, contactId: contact.id, runId: null, at, isReckoned: true })
                }
              >
                <span className={styles.who}>
                  <b>{nameOfContact(contact, t('customer.nameless'))}</b>
                </span>
                <small>{date(at, 'moment')}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
