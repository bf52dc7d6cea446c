import { useWords } from '../../words/use-words'
import { useCanvas } from '../canvas-context'
import styles from './reckoned-badge.module.css'

/**
 * How many would have come to a step in the last thirty days, and how many more or fewer than by the live version, if any:
 * hatched, not to be taken for a live figure.
 */
export function ReckonedBadge({ id }: { id: string }) {
  const { t, difference } = useWords()
  const count = useCanvas((state) => state.counts?.[id])
  if (count === undefined) return null
  return (
    <span className={styles.badge} data-reckoned={count.entered}>
      {t('try.reckoned', { n: count.entered })}
      {count.more !== undefined && count.more !== 0 && (
        <span title={t('try.reckonedMore', { n: count.more })} data-more={count.more}>
          {' '}
          <b aria-hidden="true">{difference(count.more)}</b>
          <span className="sr-only">{t('try.reckonedMore', { n: count.more })}</span>
        </span>
      )}
    </span>
  )
}
