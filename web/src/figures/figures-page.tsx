import type { ReportStep } from '@relance/core/report/report-spans'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { messageReportQuery, reportBySpanQuery } from '../api/reports'
import { Page, PageHead } from '../app/page'
import home from '../home/home.module.css'
import panel from '../ui/panel.module.css'
import { Loading, Unanswered } from '../ui/states'
import { useWords } from '../words/use-words'
import { CreditNote } from './credit-note'
import { FigureList } from './figure-list'
import { FigureTiles } from './figure-tiles'
import { type FiguresSearch, periodOf, reportGroups } from './figures-search'
import { FiguresTable } from './figures-table'
import { PeriodPicker } from './period-picker'
import { shownDates } from './shown-dates'
import { SpanChart } from './span-chart'

/** What came of the messages that were sent: together over time, and by mail, step, scenario or type. */
export function FiguresPage() {
  const { t } = useWords()
  const search = useSearch({ from: '/app/messages/figures' })
  const navigate = useNavigate()
  const [every, setEvery] = useState<ReportStep>()
  const { by = 'mail' } = search
  const period = periodOf(search)
  const asked = useQuery(messageReportQuery(by, period))
  const { data, error } = asked
  const spans = useQuery(reportBySpanQuery({ by }, period, every)).data
  const show = (change: FiguresSearch) => void navigate({ to: '/messages/figures', search: change })
  return (
    <Page crumb={{ to: '/messages', label: t('nav.messages'), here: t('figures.title') }}>
      <PageHead title={t('figures.title')} about={t('figures.about')} />
      <div className={home.filters}>
        {reportGroups.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === by}
            onClick={() => show({ ...search, by: each })}
          >
            {t(`figures.by-${each}`)}
          </button>
        ))}
        <span className={home.grow} />
        <PeriodPicker
          period={period}
          shown={data ? shownDates(data) : null}
          onChange={(next) => {
            setEvery(undefined)
            show({ by: search.by, ...next })
          }}
        />
      </div>
      <Unanswered asked={asked} />
      {!data && !error && <Loading rows={5} height={54} />}
      {data?.items.length === 0 && <p>{t('figures.none')}</p>}
      {data && data.items.length > 0 && (
        <>
          <CreditNote counting={data} />
          {spans && (
            <>
              <FigureTiles report={spans} of={{ by }} period={period} name={t('figures.all')} />
              <SpanChart report={spans} of={{ by }} name={t('figures.all')} onEvery={setEvery} />
            </>
          )}
          <div className={panel.panel}>
            <FiguresTable report={data} by={by} period={period} />
          </div>
        </>
      )}
      <FigureList />
    </Page>
  )
}
