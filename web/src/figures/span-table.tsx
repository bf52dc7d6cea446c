import type { ReportBySpan, ReportOf } from '../api/reports'
import home from '../home/home.module.css'
import { WideTable } from '../ui/wide-table'
import { useWords } from '../words/use-words'
import { FigureButton } from './figure-button'
import styles from './figures.module.css'
import { metricOf, metrics, rowsBehind } from './metrics'
import { useMetricWords } from './use-metric-words'
import { useSpanName } from './use-span-name'

/** Every figure of every span, the latest first; each opens its list. */
export function SpanTable({
  report,
  of,
  name,
}: {
  report: ReportBySpan
  of: ReportOf
  name: string
}) {
  const { t } = useWords()
  const { valueWords } = useMetricWords()
  const nameOf = useSpanName(report.every)
  return (
    <WideTable name={t('figures.title')}>
      <table className={`${home.table} ${styles.spans}`}>
        <thead>
          <tr>
            <th>{t(`figures.by-${report.every}`)}</th>
            {metrics.map((metric) => (
              <th key={metric} className={home.right}>
                {t(`figures.${metric}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.items.toReversed().map((span) => (
            <tr key={span.from}>
              <td>{nameOf(span)}</td>
              {metrics.map((metric) => {
                const { figure, goal, value } = metricOf[metric]
                const words = valueWords(metric, value(span))
                return (
                  <td key={metric} className={home.right}>
                    {figure ? (
                      <FigureButton
                        asked={{ ...of, from: span.from, to: span.to, figure, goal }}
                        count={rowsBehind(metric, span)}
                        title={`${t(`figures.${metric}`)} · ${name} · ${nameOf(span)}`}
                      >
                        {words}
                      </FigureButton>
                    ) : (
                      words
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
