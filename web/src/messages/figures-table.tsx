import { Link } from '@tanstack/react-router'
import type { MessageFigures, ReportGroup } from '../api/reports'
import home from '../home/home.module.css'
import type { WordKey } from '../words/format-message'
import { useWords } from '../words/use-words'
import styles from './figures.module.css'

const typologyKeys: Readonly<Record<string, WordKey>> = {
  information: 'typology.information',
  prospecting: 'typology.prospecting',
  loyalty: 'typology.loyalty',
  survey: 'typology.survey',
  event: 'typology.event',
  service: 'typology.service',
}

/** A row for each mail, step, scenario or type. A share of nobody is a dash. */
export function FiguresTable({ items, by }: { items: MessageFigures[]; by: ReportGroup }) {
  const { t, number, share, money } = useWords()
  const of = (part: number, whole: number, digits = 1) =>
    whole > 0 ? share(part / whole, digits) : '–'
  const nameOf = ({ name }: MessageFigures) => {
    const key = by === 'typology' ? typologyKeys[name] : undefined
    return key ? t(key) : name
  }
  return (
    <div className={styles.scroll}>
      <table className={`${home.table} ${styles.figures}`}>
        <thead>
          <tr>
            <th>{t(`figures.by-${by}`)}</th>
            <th className={home.right}>{t('figures.delivered')}</th>
            <th className={home.right}>{t('figures.opened')}</th>
            <th className={home.right}>{t('figures.clicked')}</th>
            <th className={home.right}>{t('figures.reactivity')}</th>
            <th className={home.right}>{t('figures.unsubscribed')}</th>
            <th className={home.right}>{t('figures.complained')}</th>
            <th className={`${home.right} ${styles.wide}`}>{t('figures.returned')}</th>
            <th className={home.right}>{t('figures.orders')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <tr key={row.key}>
              <td>
                <b title={nameOf(row)}>{nameOf(row)}</b>
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
              </td>
              <Figure main={number(row.delivered)} small={t('figures.ofSent', { n: row.sent })} />
              <Figure
                main={of(row.uniqueOpens, row.delivered)}
                small={t('figures.opens', { n: row.totalOpens, robots: row.robotOpens })}
              />
              <Figure
                main={of(row.uniqueClicks, row.delivered)}
                small={t('figures.clicks', { n: row.totalClicks, robots: row.robotClicks })}
              />
              <Figure main={of(row.uniqueClicks, row.uniqueOpens)} />
              <Figure
                main={of(row.unsubscribed, row.delivered, 2)}
                small={number(row.unsubscribed)}
              />
              <Figure main={of(row.complained, row.delivered, 2)} small={number(row.complained)} />
              <Figure
                main={of(row.sent - row.delivered, row.sent, 2)}
                small={t('figures.bounces', { hard: row.hardBounced, soft: row.softBounced })}
              />
              <Figure
                main={money(row.revenueCents)}
                small={t('figures.ordersOf', { n: row.conversions })}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Figure = ({ main, small }: { main: string; small?: string }) => (
  <td className={home.right}>
    {main}
    {small !== undefined && <small className={styles.small}>{small}</small>}
  </td>
)
