import clsx from 'clsx'
import { EqualNot, Plus } from 'lucide-react'
import { useWords } from '../../words/use-words'
import styles from './step-card.module.css'

/** What became of a step since the version that is live: a sign and a word, never a colour alone. */
export function ChangeBadge({
  change,
  inCorner,
}: {
  change: 'new' | 'changed'
  inCorner?: boolean
}) {
  const { t } = useWords()
  const Sign = change === 'new' ? Plus : EqualNot
  return (
    <span className={clsx(styles.badge, inCorner && styles.corner)} data-change={change}>
      <Sign className={styles.sign} aria-hidden="true" />
      {t(`change.${change}`)}
    </span>
  )
}
