import { useQuery } from '@tanstack/react-query'
import type { Contact } from '../api/contact-types'
import { scoreHistoryQuery } from '../api/scores'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './scores-card.module.css'

const SHOWN = 8

/** How this person is scored, and how that has changed. Nothing for whoever never ordered. */
export function ScoresCard({ contact }: { contact: Contact }) {
  const { t, share, number, date } = useWords()
  const { rfm, id } = contact
  const { data } = useQuery({ ...scoreHistoryQuery(id), enabled: rfm !== null })
  if (!rfm) return null
  const past = (data?.items ?? []).slice(0, SHOWN)
  return (
    <section className={panel.card}>
      <h3>
        {t('customer.scores')}
        <small>{date(rfm.asOf, 'day')}</small>
      </h3>
      <div className={styles.triple}>
        {(['r', 'f', 'm'] as const).map((dimension) => (
          <div key={dimension}>
            <b>{rfm[dimension]}</b>
            <span className={styles.dots} aria-hidden="true">
              {[1, 2, 3, 4, 5].map((step) => (
                <i key={step} data-on={step <= rfm[dimension]} />
              ))}
            </span>
            <small>{t(`scores.${dimension}Name`)}</small>
          </div>
        ))}
      </div>
      <dl className={styles.figures}>
        <dt>{t('customer.rank')}</dt>
        <dd>{t('customer.betterThan', { share: share(rfm.percentile) })}</dd>
        <dt>{t('customer.currentValue')}</dt>
        <dd>{t('customer.outOf', { n: number(rfm.currentValue), of: 25 })}</dd>
        <dt>{t('customer.potentialValue')}</dt>
        <dd>{t('customer.outOf', { n: number(rfm.potentialValue), of: 5 })}</dd>
      </dl>
      {past.length > 1 && (
        <ol className={styles.past} aria-label={t('customer.scoreHistory')}>
          {past.map(({ at, r, f, m }) => (
            <li key={at}>
              <span>{date(at, 'date')}</span>
              <b>
                {r}-{f}-{m}
              </b>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
