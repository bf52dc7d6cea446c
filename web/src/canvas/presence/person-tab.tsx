import clsx from 'clsx'
import { Lock } from 'lucide-react'
import { useWords } from '../../words/use-words'
import styles from './presence.module.css'
import type { Other } from './presence-store'

/** Whose colour a card has, by name; with a lock while they change it. */
export function PersonTab({ other }: { other: Other }) {
  const { t } = useWords()
  const { name, place, colour } = other
  return (
    <span className={clsx(styles.tab, styles[`who${colour}`])} aria-hidden="true">
      {place.isEditing && <Lock className={styles.lock} />}
      {place.isEditing ? t('presence.edits', { name }) : name}
    </span>
  )
}

/** The class that makes somebody's colour known to what is styled with `--who`. */
export const colourOf = (other: Other) => styles[`who${other.colour}`]
