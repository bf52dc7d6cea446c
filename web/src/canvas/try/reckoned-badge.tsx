import { useWords } from '../../words/use-words'
import { useCanvas } from '../canvas-context'
import styles from './reckoned-badge.module.css'

/** How many would have come to a step in the last thirty days: hatched, not to be taken for a live figure. */
export function ReckonedBadge({ id }: { id: string }) {
  const { t } = useWords()
  const people = useCanvas((state) => state.counts?.[id]?.entered)
  if (people === undefined) return null
  return <span className={styles.badge}>{t('try.reckoned', { n: people })}</span>
}
