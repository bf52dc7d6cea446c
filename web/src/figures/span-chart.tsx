import type { ReportStep } from '@relance/core/report/report-spans'
import { useState } from 'react'
import type { ReportBySpan, ReportOf } from '../api/reports'
import panel from '../ui/panel.module.css'
import { Select } from '../ui/select'
import { Tabs } from '../ui/tabs'
import { useWords } from '../words/use-words'
import { type Metric, metricOf, metrics } from './metrics'
import styles from './span-chart.module.css'
import { SpanTable } from './span-table'
import { useMetricWords } from './use-metric-words'
import { useSpanName } from './use-span-name'

const steps: readonly ReportStep[] = ['day', 'week', 'month']

/** One figure day by day, week by week or month by month, as bars and as a table whose figures open their lists. */
export function SpanChart({
  report,
  of,
  name,
  onEvery,
}: {
  report: ReportBySpan
  of: ReportOf
  name: string
  onEvery: (every: ReportStep) => void
}) {
  const { t, date } = useWords()
  const [metric, setMetric] = useState<Metric>('delivered')
  const [view, setView] = useState<'bars' | 'table'>('bars')
  const { before } = report
  const isMetric = (value: string): value is Metric => metrics.some((each) => each === value)
  return (
    <section className={`${panel.panel} ${styles.chart}`} aria-labelledby="over-time">
      <header>
        <h2 id="over-time">{t('figures.overTime')}</h2>
        <Select
          label={t('figures.metric')}
          value={metric}
          choices={metrics.map((each) => ({ value: each, label: t(`figures.${each}`) }))}
          onChange={(value) => isMetric(value) && setMetric(value)}
        />
        <span className={styles.grow} />
        <Tabs
          label={t('figures.every')}
          value={report.every}
          onChange={onEvery}
          choices={steps.map((value) => ({ value, label: t(`figures.by-${value}`) }))}
        />
        <Tabs
          label={t('figures.view')}
          value={view}
          onChange={setView}
          choices={[
            { value: 'bars', label: t('figures.bars') },
            { value: 'table', label: t('figures.table') },
          ]}
        />
      </header>
      {view === 'bars' ? <Bars {...{ report, metric }} /> : <SpanTable {...{ report, of, name }} />}
      <p className={styles.before}>
        {t('figures.before', {
          from: date(before.from, 'date'),
          to: date(new Date(Date.parse(before.to) - 1).toISOString(), 'date'),
        })}{' '}
        <Comparison {...{ report, metric }} />
      </p>
    </section>
  )
}

function Comparison({ report, metric }: { report: ReportBySpan; metric: Metric }) {
  const { t } = useWords()
  const { valueWords } = useMetricWords()
  const { value } = metricOf[metric]
  return t('figures.comparison', {
    metric: t(`figures.${metric}`),
    now: valueWords(metric, value(report.total)),
    before: valueWords(metric, value(report.before)),
  })
}

function Bars({ report, metric }: { report: ReportBySpan; metric: Metric }) {
  const { t } = useWords()
  const { valueWords } = useMetricWords()
  const nameOf = useSpanName(report.every)
  const { value } = metricOf[metric]
  const values = report.items.map((span) => value(span))
  const most = Math.max(0, ...values.map((each) => each ?? 0))
  const last = report.items.length - 1
  return (
    <>
      <p className={styles.most} aria-hidden="true">
        {valueWords(metric, most)}
      </p>
      <div
        className={styles.bars}
        role="img"
        aria-label={t('figures.chart', {
          metric: t(`figures.${metric}`),
          most: valueWords(metric, most),
        })}
      >
        {report.items.map((span, i) => (
          <div
            key={span.from}
            className={styles.bar}
            title={t('figures.bar', {
              when: nameOf(span),
              value: valueWords(metric, values[i] ?? null),
            })}
          >
            <span style={{ height: `${most > 0 ? ((values[i] ?? 0) / most) * 100 : 0}%` }} />
          </div>
        ))}
      </div>
      <p className={styles.ends} aria-hidden="true">
        {[...new Set([0, Math.floor(last / 2), last])].map((place) => {
          const span = report.items[place]
          return <span key={place}>{span && nameOf(span)}</span>
        })}
      </p>
    </>
  )
}
