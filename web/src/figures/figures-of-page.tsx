import type { ReportStep } from '@relance/core/report/report-spans'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { messageReportQuery, reportBySpanQuery } from '../api/reports'
import { Page, PageHead } from '../app/page'
import home from '../home/home.module.css'
import { LinkButton } from '../ui/link-button'
import panel from '../ui/panel.module.css'
import { Loading, Unanswered } from '../ui/states'
import { useWords } from '../words/use-words'
import { CreditNote } from './credit-note'
import { FigureList } from './figure-list'
import { FigureTiles } from './figure-tiles'
import styles from './figures.module.css'
import { periodOf, reportGroups } from './figures-search'
import { FiguresTable } from './figures-table'
import { LinkMap } from './link-map'
import { PeriodPicker } from './period-picker'
import { shownDates } from './shown-dates'
import { SpanChart } from './span-chart'
import { useOwnName } from './use-own-name'
import { useRowName } from './use-row-name'

/** The figures of one mail, step, scenario or type: over time, and every one with its list. */
export function FiguresOfPage() {
  const { t } = useWords()
  const { by: said, key } = useParams({ from: '/app/messages/figures/$by/$key' })
  const by = reportGroups.find((group) => group === said) ?? 'mail'
  const search = useSearch({ from: '/app/messages/figures/$by/$key' })
  const navigate = useNavigate()
  const [every, setEvery] = useState<ReportStep>()
  const period = periodOf(search)
  const nameOf = useRowName(by)
  const all = useQuery(messageReportQuery(by, period)).data
  const asked = useQuery(reportBySpanQuery({ by, key }, period, every))
  const { data, error } = asked
  const row = all?.items.find((each) => each.key === key)
  const ownName = useOwnName(by, key, all !== undefined && !row)
  const name = row ? nameOf(row) : ownName
  const report = all && row && { ...all, items: [row], total: row }
  return (
    <Page crumb={{ to: '/messages/figures', label: t('figures.title'), here: name }}>
      <PageHead title={name} about={t('figures.ofOne', { what: t(`figures.by-${by}`) })}>
        {by === 'mail' && (
          <LinkButton to="/messages/$templateId" params={{ templateId: key }}>
            {t('figures.openMail')}
          </LinkButton>
        )}
        {by === 'flow' && (
          <LinkButton to="/scenarios/$flowId" params={{ flowId: key }}>
            {t('figures.openFlow')}
          </LinkButton>
        )}
      </PageHead>
      <div className={home.filters}>
        <PeriodPicker
          period={period}
          shown={data ? shownDates(data) : null}
          onChange={(next) => {
            setEvery(undefined)
            void navigate({ to: '/messages/figures/$by/$key', params: { by, key }, search: next })
          }}
        />
      </div>
      <Unanswered asked={asked} />
      {!data && !error && <Loading rows={5} height={54} />}
      {data?.total.sent === 0 && <p>{t('figures.none')}</p>}
      {data && data.total.sent > 0 && (
        <>
          <CreditNote counting={data} />
          <FigureTiles report={data} of={{ by, key }} period={period} name={name} />
          {report && (
            <div className={`${panel.panel} ${styles.own}`}>
              <FiguresTable report={report} by={by} period={period} />
            </div>
          )}
          {(by === 'mail' || by === 'node') && (
            <LinkMap of={{ by, key }} period={period} name={name} />
          )}
          <SpanChart report={data} of={{ by, key }} name={name} onEvery={setEvery} />
        </>
      )}
      <FigureList />
    </Page>
  )
}
