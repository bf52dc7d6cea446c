import { Link, useNavigate } from '@tanstack/react-router'
import clsx from 'clsx'
import type { FlowRow } from '../api/types'
import { FlowStatusChips } from '../app/flow-status-chips'
import { stepType } from '../canvas/step-types'
import panel from '../ui/panel.module.css'
import cards from '../ui/row-cards.module.css'
import { Tile } from '../ui/tile'
import { useWords } from '../words/use-words'
import styles from './home.module.css'

/** The scenarios with their figures of the last 30 days, which are not shown while they are late; a row opens one. */
export function ScenarioTable({ flows, isLate }: { flows: FlowRow[]; isLate: boolean }) {
  const { t, number, share, date } = useWords()
  const figure = (value: number) => (isLate ? '–' : number(value))
  const navigate = useNavigate()
  return (
    <div className={panel.panel}>
      <table className={clsx(styles.table, cards.cards)}>
        <thead>
          <tr>
            <th>{t('home.scenario')}</th>
            <th className={styles.status}>{t('home.status')}</th>
            <th className={clsx(styles.right, styles.figure)}>{t('home.inside')}</th>
            <th className={clsx(styles.right, styles.figure)}>{t('home.entered')}</th>
            <th className={clsx(styles.right, styles.figure)}>{t('home.converted')}</th>
            <th className={styles.edited}>{t('home.edited')}</th>
          </tr>
        </thead>
        <tbody>
          {flows.map((flow) => (
            <tr
              key={flow.id}
              onClick={() =>
                void navigate({ to: '/scenarios/$flowId', params: { flowId: flow.id } })
              }
            >
              <td>
                <span className={styles.name}>
                  <Tile
                    tone="trigger"
                    icon={stepType(flow.triggerType ?? '')?.icon ?? iconFor(flow.triggerSummary)}
                  />
                  <span>
                    <Link to="/scenarios/$flowId" params={{ flowId: flow.id }}>
                      <b>{flow.name}</b>
                    </Link>
                    <small title={flow.triggerSummary ?? undefined}>
                      {flow.triggerSummary ?? t('home.noTrigger')}
                    </small>
                  </span>
                </span>
              </td>
              <td>
                <span className={styles.chips}>
                  <FlowStatusChips
                    status={flow.status}
                    version={flow.version}
                    hasChanges={flow.hasChanges}
                    scheduled={flow.scheduled}
                    sending={flow.sending}
                    isCancelled={flow.isCancelled}
                  />
                </span>
              </td>
              <td className={styles.right} data-label={t('home.inside')}>
                {figure(flow.inside)}
              </td>
              <td className={styles.right} data-label={t('home.entered')}>
                {figure(flow.entered)}
              </td>
              <td className={styles.right} data-label={t('home.converted')}>
                {flow.entered > 0 && !isLate ? share(flow.converted / flow.entered, 1) : '–'}
              </td>
              <td className={styles.edited} data-label={t('home.edited')}>
                {date(flow.editedAt, 'moment')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A sign for the trigger when the list does not name its type. */
function iconFor(summary: string | null): string {
  if (!summary) return 'workflow'
  if (/cart|panier/i.test(summary)) return 'shopping-cart'
  if (/^(every|chaque|on |le )/i.test(summary)) return 'calendar-clock'
  return /has not|n’a/i.test(summary) ? 'user-x' : 'zap'
}
