import { useState } from 'react'
import type { Sending } from '../api/sendings'
import { Button } from '../ui/button'
import { Chip } from '../ui/chip'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import { CancelDialog } from './cancel-dialog'
import styles from './newsletters.module.css'
import { SendingFigures } from './sending-figures'

/** One sending: to how many of how many it went, what became of the others, and when it is done. */
export function SendingProgress({
  flowId,
  sending,
  mayPublish,
}: {
  flowId: string
  sending: Sending
  mayPublish: boolean
}) {
  const { t, date } = useWords()
  const [isAsked, setIsAsked] = useState(false)
  const { state, total, sent, held, expectedEndAt } = sending
  const isOpen = state !== 'done' && state !== 'cancelled'
  const notSent = Object.values(sending.refused).reduce((sum, n) => sum + n, sending.failed)
  const width = (part: number) => ({
    width: `${total > 0 ? Math.min(100, (part / total) * 100) : 0}%`,
  })
  return (
    <section className={`${panel.panel} ${styles.block}`} aria-label={date(sending.at, 'moment')}>
      <div className={styles.head}>
        <h2>{date(sending.at, 'moment')}</h2>
        <Chip small tone="outline">
          {t(`sendings.state-${state}`)}
        </Chip>
        {expectedEndAt && (
          <span className={styles.quiet}>
            {t('sendings.until', { at: date(expectedEndAt, 'moment') })}
          </span>
        )}
        <span className={styles.grow} />
        {isOpen && mayPublish && (
          <Button onClick={() => setIsAsked(true)}>{t('sendings.cancel')}</Button>
        )}
      </div>
      <div className={styles.bar} aria-hidden="true">
        <i className={styles.sent} style={width(sent)} />
        <i className={styles.held} style={width(held)} />
        <i className={styles.refused} style={width(notSent)} />
      </div>
      <SendingFigures flowId={flowId} sending={sending} />
      {isAsked && (
        <CancelDialog flowId={flowId} sending={sending} close={() => setIsAsked(false)} />
      )}
    </section>
  )
}
