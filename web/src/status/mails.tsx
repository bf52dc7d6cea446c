import { gateReasonWords } from '@relance/core/words/reason-words'
import type { EngineStatus, MailCount } from '../api/engine-status'
import table from '../home/home.module.css'
import { Chip } from '../ui/chip'
import panel from '../ui/panel.module.css'
import cards from '../ui/row-cards.module.css'
import { useWords } from '../words/use-words'
import styles from './status.module.css'

const TONES = {
  sent: 'ok',
  queued: 'mute',
  sending: 'info',
  refused: 'warn',
  failed: 'bad',
} as const

/** What became of the mails of the last hour and day, with the reasons. */
export function Mails({ mails: { hour, day } }: Pick<EngineStatus, 'mails'>) {
  const words = useWords()
  const { t, number } = words
  const inHour = (row: MailCount) =>
    hour.find(({ state, reason }) => state === row.state && reason === row.reason)?.mails ?? 0
  return (
    <section className={`${panel.panel} ${styles.block}`} aria-labelledby="mails">
      <h2 id="mails">{t('status.mails')}</h2>
      {day.length === 0 && <p>{t('status.noMails')}</p>}
      {day.length > 0 && (
        <table className={`${table.table} ${cards.cards} ${styles.still}`}>
          <thead>
            <tr>
              <th>{t('status.mailResult')}</th>
              <th className={table.right} style={{ width: 160 }}>
                {t('status.hour')}
              </th>
              <th className={table.right} style={{ width: 160 }}>
                {t('status.day')}
              </th>
            </tr>
          </thead>
          <tbody>
            {day.map((row) => (
              <tr key={`${row.state}:${row.reason}`}>
                <td>
                  <Chip tone={TONES[row.state]}>{t(`status.mail.${row.state}`)}</Chip>{' '}
                  {row.reason && gateReasonWords(row.reason, words.language)}
                </td>
                <td className={table.right} data-label={t('status.hour')}>
                  {number(inHour(row))}
                </td>
                <td className={table.right} data-label={t('status.day')}>
                  {number(row.mails)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
