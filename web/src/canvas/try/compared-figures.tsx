import type { Backtest } from '../../api/backtest'
import { useWords } from '../../words/use-words'
import styles from './compared-figures.module.css'
import { sumOf, useMailCost } from './mail-cost'
import panel from './try.module.css'

/** Each figure beside what the live version would have done, the same people over the same days. */
export function ComparedFigures({ backtest }: { backtest: Backtest }) {
  const { t, number, money, difference } = useWords()
  const cost = useMailCost()
  const { live, entered, nodes, state } = backtest
  if (!live) return <p className={panel.help}>{t('try.noLive')}</p>
  if (live.entered === null)
    return state === 'done' ? <p className={panel.help}>{t('try.liveUntold')}</p> : null
  const mails = [sumOf(nodes, 'sent'), sumOf(live.nodes, 'sent')] as const
  const costs = [cost(mails[0]), cost(mails[1])] as const
  const rows = [
    { key: 'entered', label: t('try.rowEntered'), figures: [entered, live.entered] },
    { key: 'sent', label: t('try.rowMails'), figures: mails },
    {
      ...{ key: 'held', label: t('try.rowHeld') },
      figures: [sumOf(nodes, 'held'), sumOf(live.nodes, 'held')],
    },
  ] as const
  return (
    <table className={styles.compared}>
      <caption className="sr-only">{t('try.comparedWith', { version: live.version })}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('try.asDrawn')}</th>
          <th scope="col">{t('try.asLive', { version: live.version })}</th>
          <th scope="col">{t('try.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, figures: [drawn, there] }) => (
          <tr key={key} data-compared={key}>
            <th scope="row">{label}</th>
            <td>{number(drawn)}</td>
            <td>{number(there)}</td>
            <td>{difference(drawn - there)}</td>
          </tr>
        ))}
        {costs[0] !== null && costs[1] !== null && (
          <tr data-compared="cost">
            <th scope="row">{t('try.rowCost')}</th>
            <td>{money(costs[0])}</td>
            <td>{money(costs[1])}</td>
            <td>
              {costs[0] > costs[1] && '+'}
              {costs[0] < costs[1] && '−'}
              {money(Math.abs(costs[0] - costs[1]))}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
