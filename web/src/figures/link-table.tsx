import type { LinkFigures, LinkReport, ReportOf, ReportPeriod } from '../api/reports'
import home from '../home/home.module.css'
import cards from '../ui/row-cards.module.css'
import { useWords } from '../words/use-words'
import { FigureButton } from './figure-button'
import { heatOf } from './heat-of'
import styles from './link-map.module.css'

/** Every link with its clicks; each figure opens its list. */
export function LinkTable({
  report: { items, picture },
  of,
  period,
  name,
}: {
  report: LinkReport
  of: ReportOf
  period: ReportPeriod
  name: string
}) {
  const { t, number, share } = useWords()
  const most = Math.max(0, ...items.map(({ totalClicks }) => totalClicks))
  const isSeveral = ({ url }: LinkFigures) =>
    [...items, ...(picture?.links ?? [])].some((each) => each.url === url && each.place > 1)
  const isShown = ({ url, place }: LinkFigures) =>
    picture?.links.some((each) => each.url === url && each.place === place) ?? false
  if (items.length === 0) return <p className={styles.none}>{t('links.none')}</p>
  return (
    <div className={styles.table}>
      <table className={`${home.table} ${cards.cards}`}>
        <thead>
          <tr>
            <th>{t('links.link')}</th>
            {(['share', 'clickers', 'clicks', 'programs'] as const).map((column) => (
              <th key={column} className={home.right} title={t(`links.${column}`)}>
                {t(`links.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((link) => {
            const asked = { ...of, ...period, url: link.url, place: link.place }
            const title = `${link.url} · ${name}`
            const figure = (
              what: 'uniqueClicks' | 'totalClicks' | 'robotClicks',
              count: number,
            ) => (
              <FigureButton asked={{ ...asked, figure: what }} count={count} title={title}>
                {number(count)}
              </FigureButton>
            )
            const notes = [
              ...(isSeveral(link) ? [t('links.place', { n: link.place })] : []),
              ...(isShown(link) || !picture ? [] : [t('links.notShown')]),
            ]
            return (
              <tr key={`${link.place} ${link.url}`}>
                <td>
                  <b title={link.url}>{link.url.replace(/^https?:\/\//, '')}</b>
                  {notes.length > 0 && <small title={notes.join(' · ')}>{notes.join(' · ')}</small>}
                </td>
                <td className={home.right} data-label={t('links.share')}>
                  <span className={styles.heat} data-heat={heatOf(link.totalClicks, most)}>
                    {share(link.share)}
                  </span>
                </td>
                <td className={home.right} data-label={t('links.clickers')}>
                  {figure('uniqueClicks', link.uniqueClicks)}
                </td>
                <td className={home.right} data-label={t('links.clicks')}>
                  {figure('totalClicks', link.totalClicks)}
                </td>
                <td className={home.right} data-label={t('links.programs')}>
                  {figure('robotClicks', link.robotClicks)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className={styles.note}>{t('links.note')}</p>
    </div>
  )
}
