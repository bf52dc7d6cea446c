import { Plus } from 'lucide-react'
import { Button } from '../../ui/button'
import { Kbd } from '../../ui/kbd'
import { useWords } from '../../words/use-words'
import { pickNext } from '../keys/edit-keys'
import { useKeyScene } from '../keys/use-key-scene'
import styles from './palette.module.css'

/** In the palette's place where it has no room: opens the list of steps after what is chosen, as `A` does. */
export function AddButton() {
  const { t } = useWords()
  const scene = useKeyScene()
  return (
    <Button look="primary" className={styles.plus} onClick={() => pickNext(scene)} data-add-step>
      <Plus className="icon-s" aria-hidden="true" />
      {t('palette.add')}
      <Kbd>A</Kbd>
    </Button>
  )
}
