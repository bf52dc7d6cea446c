import { ruleClause } from '@relance/core/rule/describe-rule'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { segmentsQuery } from '../api/segments'
import { DrawersOnly } from '../app/drawers-only'
import { Page, PageHead } from '../app/page'
import { useNames } from '../canvas/use-names'
import table from '../home/home.module.css'
import { EmptyPage } from '../ui/empty-page'
import { LinkButton } from '../ui/link-button'
import panel from '../ui/panel.module.css'
import cards from '../ui/row-cards.module.css'
import { Loading, Unanswered } from '../ui/states'
import { useWords } from '../words/use-words'
import { ReadySegmentCards } from './ready-segment-cards'
import styles from './segments.module.css'

/** Saved rules, each with who is in it now. */
export function SegmentsPage() {
  const { t, language, number, date } = useWords()
  const navigate = useNavigate()
  const names = useNames(null)
  const asked = useQuery({ ...segmentsQuery(), refetchInterval: 5_000 })
  const { data, isPending } = asked
  const make = (
    <DrawersOnly>
      <LinkButton look="primary" to="/segments/new">
        <Plus className="icon-s" aria-hidden="true" />
        {t('segments.new')}
      </LinkButton>
    </DrawersOnly>
  )
  const segments = (data?.items ?? []).toSorted((one, other) =>
    one.name.localeCompare(other.name, language),
  )
  return (
    <Page>
      <PageHead title={t('nav.segments')} about={t('segments.about')}>
        {make}
      </PageHead>
      <Unanswered asked={asked} />
      {isPending && <Loading rows={6} height={54} />}
      {data && segments.length === 0 && (
        <EmptyPage title={t('segments.none')} about={t('segments.noneAbout')}>
          {make}
        </EmptyPage>
      )}
      {segments.length > 0 && (
        <div className={panel.panel}>
          <table className={`${table.table} ${cards.cards}`}>
            <thead>
              <tr>
                <th style={{ width: '28%' }}>{t('segments.name')}</th>
                <th>{t('segments.rule')}</th>
                <th className={table.right} style={{ width: 120 }}>
                  {t('segments.people')}
                </th>
                <th style={{ width: 150 }}>{t('segments.changed')}</th>
              </tr>
            </thead>
            <tbody>
              {segments.map(({ id, name, rule, count, isFilling, updatedAt }) => (
                <tr
                  key={id}
                  onClick={() =>
                    void navigate({ to: '/segments/$segmentId', params: { segmentId: id } })
                  }
                >
                  <td className={styles.cut}>
                    <Link to="/segments/$segmentId" params={{ segmentId: id }}>
                      <b>{name}</b>
                    </Link>
                  </td>
                  <td
                    className={styles.cut}
                    title={ruleClause(rule, language, names)}
                    data-label={t('segments.rule')}
                  >
                    {ruleClause(rule, language, names)}
                  </td>
                  <td className={table.right} data-label={t('segments.people')}>
                    {number(count)}
                    {isFilling && <span className="sr-only"> {t('segments.filling')}</span>}
                  </td>
                  <td data-label={t('segments.changed')}>{date(updatedAt, 'moment')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {data && <ReadySegmentCards kept={segments} />}
    </Page>
  )
}
