import { Clock } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ApiError, messageOfError } from '../api/api-error'
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

/**
 * What failed, why in the server's words, what works all the same, and one thing to do; its code only where somebody
 * looks for it.
 */
export function Failed({
  error,
  retry,
  what,
  works,
}: {
  error: unknown
  retry?: () => void
  /** What could not be done; what this page shows could not be read, when left out. */
  what?: string
  works?: string
}) {
  const { t } = useWords()
  // What is not there, or not for this person, is no fault: the server's words are the whole of it.
  const isRefused = error instanceof ApiError && error.status >= 400 && error.status < 500
  const isForbidden = error instanceof ApiError && error.status === 403
  const why = error instanceof ApiError ? error.message : t('error.unknown')
  const details =
    error instanceof ApiError
      ? [error.code, error.status || null].filter(Boolean).join(' · ')
      : messageOfError(error)
  return (
    <div className={styles.failed} role="alert">
      <h2>{isRefused ? why : (what ?? t('failed.what'))}</h2>
      {!isRefused && (
        <p>
          {why} {works ?? t('failed.works')}
        </p>
      )}
      {retry && !isForbidden && <Button onClick={retry}>{t('common.tryAgain')}</Button>}
      <details>
        <summary>{t('failed.details')}</summary>
        <code>{details}</code>
      </details>
    </div>
  )
}

interface Asked {
  data: unknown
  error: unknown
  /** When `data` came, in milliseconds. */
  dataUpdatedAt: number
  refetch: () => Promise<unknown>
}

/** What is said of an answer that did not come: that it failed, or since when what still shows is late. */
export function Unanswered({
  asked: { data, error, dataUpdatedAt, refetch },
  ...words
}: {
  asked: Asked
  what?: string
  works?: string
}) {
  if (!error) return null
  if (data !== undefined) return <Late at={dataUpdatedAt} />
  return <Failed error={error} retry={() => void refetch()} {...words} />
}

/** Over figures that could not be asked for again: since when they stand still. */
export function Late({ at }: { at: number }) {
  const { t, date } = useWords()
  return (
    <p className={styles.late} role="status">
      <Clock className="icon-s" aria-hidden="true" />
      {t('failed.late', { at: date(new Date(at).toISOString(), 'time') })}
    </p>
  )
}
