import { holdReasonWords } from '@relance/core/words/reason-words'
import { useQuery } from '@tanstack/react-query'
import { sendingQuery } from '../api/sending'
import { useWords } from '../words/use-words'
import styles from './sending.module.css'
import { SendingPauses } from './sending-pauses'

/** What has gone against each limit in its window of now, and what waits. */
export function SendingToday() {
  const { t, date, language } = useWords()
  const now = useQuery(sendingQuery()).data
  if (!now) return null
  const { workspace, warmUp, domains, held, pauses, nextDayAt } = now
  const isCounted = workspace !== null || warmUp !== null || domains.length > 0
  return (
    <section className={styles.today} aria-label={t('sending.today')}>
      {pauses.length > 0 && <SendingPauses pauses={pauses} />}
      {warmUp && (
        <Share label={t('sending.plan', { domain: warmUp.domain, day: warmUp.day })} {...warmUp}>
          {warmUp.next === null
            ? t('sending.nextFree', { at: date(nextDayAt, 'moment') })
            : t('sending.next', { next: warmUp.next, at: date(nextDayAt, 'moment') })}
        </Share>
      )}
      {workspace && <Share label={t('sending.all')} {...workspace} />}
      {domains.map(({ domain, per, taken, most }) => (
        <Share
          key={domain}
          label={t(per === 'hour' ? 'sending.ofHour' : 'sending.ofDay', { domain })}
          taken={taken}
          most={most}
        />
      ))}
      {!isCounted && <p className={styles.note}>{t('sending.noLimit')}</p>}
      {held.map(({ reason, mails }) => (
        <p key={reason} className={styles.note}>
          {t('sending.held', { mails, by: holdReasonWords(reason, language) })}
        </p>
      ))}
    </section>
  )
}

function Share({
  label,
  taken,
  most,
  children,
}: {
  label: string
  taken: number
  most: number
  children?: string
}) {
  const { t } = useWords()
  return (
    <div className={styles.share}>
      <p>
        <span>{label}</span>
        <b>{t('pressure.of', { sent: taken, most })}</b>
      </p>
      <meter min={0} max={most} value={Math.min(taken, most)} aria-label={label} />
      {children && <small>{children}</small>}
    </div>
  )
}
