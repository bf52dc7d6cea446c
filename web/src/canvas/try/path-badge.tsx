import { useWords } from '../../words/use-words'
import { useCanvas } from '../canvas-context'
import styles from './path-badge.module.css'

/** The place of a step on the path that is tried: “3”, or “3, 7” where it is come to again. */
export function PathBadge({ id, still }: { id: string; still?: boolean }) {
  const { t } = useWords()
  const places = useCanvas((state) => state.path?.places[id])
  if (!places) return null
  const shown = places.join(', ')
  return (
    <span className={still ? styles.inline : styles.badge}>
      <span className="sr-only">{t('try.place')} </span>
      {shown}
    </span>
  )
}
