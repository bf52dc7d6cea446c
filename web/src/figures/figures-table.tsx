import { ORDER_GOAL } from '@relance/core/report/report-settings'
import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import type { MessageReport, MessageReportRow, ReportGroup, ReportPeriod } from '../api/reports'
import home from '../home/home.module.css'
import { WideTable } from '../ui/wide-table'
import { useWords } from '../words/use-words'
import { ActTime } from './act-time'
import { FigureCells } from './figure-cells'
import styles from './figures.module.css'
import { useRowName } from './use-row-name'

/** What one more goal takes of the table's width, in pixels. */
const GOAL_WIDTH = 100
const WIDTH = 1110

const columns = [
  'delivered',
  'opened',
  'clicked',
  'reactivity',
  'unsubscribed',
  'complained',
  'returned',
  'ownGoals',
  'orders',
] as const

/** A row for each mail, step, scenario, type or mode, and one for all of them. Each figure opens its list. */
export function FiguresTable({
  report,
  by,
  period,
}: {
  report: MessageReport
  by: ReportGroup
  period: ReportPeriod
}) {
  const { t } = useWords()
  const nameOf = useRowName(by)
  const { items, total } = report
  const goals = total.goals.filter(({ goal }) => goal !== ORDER_GOAL)
  return (
    <WideTable name={t('figures.title')}>
      <table
        className={`${home.table} ${styles.figures}`}
        style={{ minWidth: WIDTH + goals.length * GOAL_WIDTH }}
      >
        <thead>
          <tr>
            <th>{t(`figures.by-${by}`)}</th>
            {columns.map((column) => (
              <th
                key={column}
                className={clsx(home.right, column === 'returned' && styles.wide)}
                title={t(column === 'ownGoals' ? 'figures.ownGoalsAbout' : `figures.${column}`)}
              >
                {t(`figures.${column}`)}
              </th>
            ))}
            {goals.map(({ goal }) => (
              <th key={goal} className={home.right} title={goal}>
                {goal}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <tr key={row.key}>
              <td>
                <RowHead row={row} by={by} name={nameOf(row)} period={period} />
              </td>
              <FigureCells of={{ by, key: row.key }} {...{ row, period }} name={nameOf(row)} />
            </tr>
          ))}
          {items.length > 1 && (
            <tr className={styles.total}>
              <td>
                <b>{t('figures.all')}</b>
              </td>
              <FigureCells of={{ by }} row={total} period={period} name={t('figures.all')} />
            </tr>
          )}
        </tbody>
      </table>
    </WideTable>
  )
}

function RowHead({
  row,
  by,
  name,
  period,
}: {
  row: MessageReportRow
  by: ReportGroup
  name: string
  period: ReportPeriod
}) {
  const { t } = useWords()
  return (
    <>
      <Link
        to="/messages/figures/$by/$key"
        params={{ by, key: row.key }}
        search={period}
        title={name}
      >
        <b>{name}</b>
      </Link>
      {by === 'mode' && row.interactive > 0 && (
        <ActTime {...{ row, name, period }} of={{ by, key: row.key }} />
      )}
      {row.flowId && row.nodeId && (
        <small className={styles.small}>
          <Link
            to="/scenarios/$flowId/steps/$nodeId/oops"
            params={{ flowId: row.flowId, nodeId: row.nodeId }}
          >
            {t('faulty.title')}
          </Link>
        </small>
      )}
    </>
  )
}
