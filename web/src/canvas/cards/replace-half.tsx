import { Replace } from 'lucide-react'
import { useWords } from '../../words/use-words'
import { useCanvas } from '../canvas-context'
import { isReplaced } from '../store/picker-slice'
import styles from './replace-half.module.css'

/** Over the right half of a card while a step is held there that would take its place. */
export function ReplaceHalf({ id }: { id: string }) {
  const { t } = useWords()
  const isAimedAt = useCanvas(isReplaced(id))
  if (!isAimedAt) return null
  return (
    <span className={styles.half} data-replace={id}>
      <Replace className="icon-s" aria-hidden="true" />
      {t('canvas.replaceHere')}
    </span>
  )
}
