import type { MessageFigureName } from '@relance/core/report/message-figure'
import { ORDER_GOAL } from '@relance/core/report/report-settings'
import type { ReactNode } from 'react'
import type { MessageFigures, ReportOf, ReportPeriod } from '../api/reports'
import home from '../home/home.module.css'
import { useWords } from '../words/use-words'
import { FigureButton } from './figure-button'
import styles from './figures.module.css'
import { countEarning } from './metrics'

/** One row of a report, and which one it is. */
export interface OfRow {
  row: MessageFigures
  of: ReportOf
  period: ReportPeriod
  /** Of the row, for the titles of its lists. */
  name: string
}

/** The figures of one row. A share of nobody is a dash. */
export function FigureCells({ row, of, period, name }: OfRow) {
  const { t, number, share, money } = useWords()
  const part = (some: number, whole: number, digits = 1) =>
    whole > 0 ? share(some / whole, digits) : '–'
  const open = (figure: MessageFigureName, what: string, children: ReactNode, goal?: string) => (
    <FigureButton
      asked={{ ...of, ...period, figure, goal }}
      count={row[figure]}
      title={`${what} · ${name}`}
    >
      {children}
    </FigureButton>
  )
  const robots = (figure: 'robotOpens' | 'robotClicks', what: string) =>
    row[figure] > 0 && (
      <span className={styles.line}>
        {open(figure, what, t('figures.robots', { n: row[figure] }))}
      </span>
    )
  const orders = row.goals.find(({ goal }) => goal === ORDER_GOAL)?.conversions ?? 0
  return (
    <>
      <Cell
        main={open('delivered', t('figures.delivered'), number(row.delivered))}
        small={open('sent', t('figures.sent'), t('figures.ofSent', { n: row.sent }))}
      />
      <Cell
        main={open('uniqueOpens', t('figures.opened'), part(row.uniqueOpens, row.delivered))}
        small={
          <>
            {open('totalOpens', t('figures.everyOpen'), t('figures.opens', { n: row.totalOpens }))}
            {robots('robotOpens', t('figures.openedByPrograms'))}
          </>
        }
      />
      <Cell
        main={open('uniqueClicks', t('figures.clicked'), part(row.uniqueClicks, row.delivered))}
        small={
          <>
            {open(
              'totalClicks',
              t('figures.everyClick'),
              t('figures.clicks', { n: row.totalClicks }),
            )}
            {robots('robotClicks', t('figures.clickedByPrograms'))}
          </>
        }
      />
      <Cell
        main={
          <FigureButton
            asked={{ ...of, ...period, figure: 'reactivity' }}
            count={row.uniqueOpens}
            title={`${t('figures.reactivity')} · ${name}`}
          >
            {part(row.uniqueClicks, row.uniqueOpens)}
          </FigureButton>
        }
      />
      <Cell
        main={part(row.unsubscribed, row.delivered, 2)}
        small={open('unsubscribed', t('figures.unsubscribed'), number(row.unsubscribed))}
      />
      <Cell
        main={part(row.complained, row.delivered, 2)}
        small={open('complained', t('figures.complained'), number(row.complained))}
      />
      <Cell
        main={part(row.sent - row.delivered, row.sent, 2)}
        small={
          <>
            {open(
              'hardBounced',
              t('figures.hardBounced'),
              t('figures.hard', { n: row.hardBounced }),
            )}
            {' · '}
            {open(
              'softBounced',
              t('figures.softBounced'),
              t('figures.soft', { n: row.softBounced }),
            )}
            {row.blocked > 0 && (
              <span className={styles.line}>
                {open(
                  'blocked',
                  t('figures.blockedTitle'),
                  t('figures.blocked', { n: row.blocked }),
                )}
              </span>
            )}
          </>
        }
      />
      <Cell
        main={open('ownGoals', t('figures.ownGoals'), number(row.ownGoals))}
        small={part(row.ownGoals, row.delivered, 2)}
      />
      <Cell
        main={
          <FigureButton
            asked={{ ...of, ...period, figure: 'revenueCents' }}
            count={countEarning(row)}
            title={`${t('figures.revenue')} · ${name}`}
          >
            {money(row.revenueCents)}
          </FigureButton>
        }
        small={
          <GoalButton
            {...{ of, period, name, goal: ORDER_GOAL }}
            title={t('figures.orders')}
            n={orders}
          >
            {t('figures.ordersOf', { n: orders })}
          </GoalButton>
        }
      />
      {row.goals
        .filter(({ goal }) => goal !== ORDER_GOAL)
        .map(({ goal, conversions, bringsRevenue, revenueCents }) => (
          <Cell
            key={goal}
            main={
              <GoalButton {...{ of, period, name, goal }} title={goal} n={conversions}>
                {number(conversions)}
              </GoalButton>
            }
            small={bringsRevenue ? money(revenueCents) : part(conversions, row.delivered, 2)}
          />
        ))}
    </>
  )
}

function GoalButton({
  of,
  period,
  name,
  goal,
  title,
  n,
  children,
}: {
  of: ReportOf
  period: ReportPeriod
  name: string
  goal: string
  title: string
  n: number
  children: ReactNode
}) {
  return (
    <FigureButton
      asked={{ ...of, ...period, figure: 'conversions', goal }}
      count={n}
      title={`${title} · ${name}`}
    >
      {children}
    </FigureButton>
  )
}

const Cell = ({ main, small }: { main: ReactNode; small?: ReactNode }) => (
  <td className={home.right}>
    {main}
    {small !== undefined && <small className={styles.small}>{small}</small>}
  </td>
)
