import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { messageReportQuery, type ReportGroup } from '../api/reports'
import { Page, PageHead } from '../app/page'
import home from '../home/home.module.css'
import panel from '../ui/panel.module.css'
import { Failed, Loading } from '../ui/states'
import { useWords } from '../words/use-words'
import styles from './figures.module.css'
import { FiguresTable } from './figures-table'

const groups: readonly ReportGroup[] = ['mail', 'node', 'flow', 'typology']
const spans = [7, 30, 90, 365] as const

/** What came of the messages that were sent: by mail, step, scenario or type. */
export function FiguresPage() {
  const { t, date } = useWords()
  const [by, setBy] = useState<ReportGroup>('mail')
  const [days, setDays] = useState<(typeof spans)[number]>(30)
  const { data, error, refetch } = useQuery(messageReportQuery(by, days))
  return (
    <Page crumb={{ to: '/messages', label: t('nav.messages'), here: t('figures.title') }}>
      <PageHead
        title={t('figures.title')}
        about={data && t('figures.about', { from: date(data.from, 'date') })}
      />
      <div className={home.filters}>
        {groups.map((each) => (
          <button key={each} type="button" aria-pressed={each === by} onClick={() => setBy(each)}>
            {t(`figures.by-${each}`)}
          </button>
        ))}
        <span className={home.grow} />
        {spans.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === days}
            onClick={() => setDays(each)}
          >
            {t('figures.days', { n: each })}
          </button>
        ))}
      </div>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={5} height={54} />}
      {data?.items.length === 0 && <p>{t('figures.none')}</p>}
      {data && data.items.length > 0 && (
        <>
          <div className={panel.panel}>
            <FiguresTable items={data.items} by={by} />
          </div>
          <p className={styles.meaning}>{t('figures.meaning', { days: data.creditDays })}</p>
        </>
      )}
    </Page>
  )
}
