import clsx from 'clsx'
import type { Scores } from '../api/scores'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import { MakeSegment } from './make-segment'
import styles from './pareto.module.css'
import { ParetoChart } from './pareto-chart'
import { spentRule } from './segment-of'

/** Whether few customers really make most of the revenue: measured, not assumed. */
export function ParetoCard({ scores }: { scores: Scores }) {
  const { t, rich, share } = useWords()
  const { pareto } = scores
  const top = share(pareto.topShare)
  const aimed = share(pareto.aimedRevenueShare)
  return (
    <section className={clsx(panel.card, styles.card)}>
      <h3>{t('scores.pareto')}</h3>
      <p className={styles.sentence}>
        {rich('scores.paretoSentence', {
          ...{ top, aimed, n: pareto.topCustomers, few: pareto.customersForEighty },
          held: share(pareto.revenueShare, 1),
          fewShare: share(pareto.shareForEighty, 1),
        })}
      </p>
      <ParetoChart pareto={pareto} />
      <div className={styles.acts}>
        <MakeSegment
          small
          words={t('scores.topMake', { top })}
          name={t('scores.topSegment', { top })}
          rule={spentRule(pareto.topFromCents)}
        />
        <MakeSegment
          small
          words={t('scores.eightyMake', { aimed })}
          name={t('scores.eightySegment', { aimed })}
          rule={spentRule(pareto.eightyFromCents)}
        />
      </div>
    </section>
  )
}
