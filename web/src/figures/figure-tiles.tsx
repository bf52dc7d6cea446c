import type { MessageFigures, ReportBySpan, ReportOf, ReportPeriod } from '../api/reports'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import { FigureButton } from './figure-button'
import styles from './figure-tiles.module.css'
import { changeOf, type Metric, metricOf, rowsBehind } from './metrics'
import { useMetricWords } from './use-metric-words'

const shown = ['delivered', 'opened', 'clicked', 'reactivity', 'revenue'] as const

/** The figures that matter most, and how each differs from the period before. */
export function FigureTiles({
  report,
  of,
  period,
  name,
}: {
  report: ReportBySpan
  of: ReportOf
  period: ReportPeriod
  name: string
}) {
  const { t } = useWords()
  const { valueWords, changeWords } = useMetricWords()
  const { total, before } = report
  return (
    <dl className={`${panel.panel} ${styles.tiles} ${styles.alone}`}>
      {shown.map((metric) => {
        const { figure, goal, value } = metricOf[metric]
        const change = changeOf(metric, total, before)
        const words = valueWords(metric, value(total))
        return (
          <div key={metric} data-metric={metric}>
            <dt>{t(`figures.${metric}`)}</dt>
            <dd>
              {figure ? (
                <FigureButton
                  asked={{ ...of, ...period, figure, goal }}
                  count={rowsBehind(metric, total)}
                  title={`${t(`figures.${metric}`)} · ${name}`}
                >
                  {words}
                </FigureButton>
              ) : (
                words
              )}
            </dd>
            <dd className={styles.about}>
              <Counts metric={metric} figures={total} />
            </dd>
            <dd className={styles.change} data-way={wayOf(change?.change)}>
              {changeWords(change)}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

const wayOf = (change: number | undefined) =>
  change === undefined || change === 0 ? 'same' : change > 0 ? 'up' : 'down'

function Counts({ metric, figures }: { metric: Metric; figures: MessageFigures }) {
  const { t, number } = useWords()
  if (metric === 'delivered') return t('figures.ofSent', { n: figures.sent })
  if (metric === 'opened') return t('figures.people', { n: figures.uniqueOpens })
  if (metric === 'clicked') return t('figures.people', { n: figures.uniqueClicks })
  if (metric === 'revenue') return t('figures.ordersOf', { n: metricOf.orders.value(figures) ?? 0 })
  return t('figures.clickedOfOpened', {
    clicked: number(figures.uniqueClicks),
    opened: number(figures.uniqueOpens),
  })
}
