import { useEffect, useState } from 'react'
import { messageOfError } from '../api/api-error'
import { useWords } from '../words/use-words'
import { Button } from './button'
import styles from './states.module.css'

/** Grey bars of the final size, shown once a wait is long enough to be felt. */
export function Loading({ rows = 4, height = 40 }: { rows?: number; height?: number }) {
  const { t } = useWords()
  const [stage, setStage] = useState<'quiet' | 'bars' | 'long'>('quiet')
  useEffect(() => {
    const bars = setTimeout(() => setStage('bars'), 150)
    const long = setTimeout(() => setStage('long'), 8_000)
    return () => {
      clearTimeout(bars)
      clearTimeout(long)
    }
  }, [])
  if (stage === 'quiet') return <div aria-busy="true" />
  return (
    <div aria-busy="true" className={styles.bars}>
      <span className="sr-only">{t('common.loading')}</span>
      {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].slice(0, rows).map((row) => (
        <div key={row} className={styles.bar} style={{ height: height - 16 }} />
      ))}
      {stage === 'long' && <p>{t('common.stillLoading')}</p>}
    </div>
  )
}

/** What failed, in the server's words, and one thing to do. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useWords()
  return (
    <div className={styles.failed} role="alert">
      <p>{messageOfError(error)}</p>
      {retry && <Button onClick={retry}>{t('common.tryAgain')}</Button>}
    </div>
  )
}
