import { useStore } from '@xyflow/react'
import { LayoutGrid, Maximize, Minus, Pin, Plus } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../ui/button'
import { useWords } from '../../words/use-words'
import { useCanvas, useSession } from '../canvas-context'
import { keepPlaces, keepsPlaces } from '../layout/moved-by-hand'
import { AddButton } from '../palette/add-button'
import { useCommands } from '../use-commands'
import { useView } from '../use-view'
import styles from './panels.module.css'
import { SmallMap } from './small-map'

/** Lays the drawing out anew; whether steps that were moved by hand stay where they are stands beside it. */
function TidyButtons() {
  const { t } = useWords()
  const commands = useCommands()
  const [keeps, setKeeps] = useState(keepsPlaces)
  return (
    <div className={styles.zoom} role="toolbar" aria-label={t('view.places')}>
      <button
        type="button"
        className={styles.tidy}
        title={t('view.tidy')}
        onClick={() => void commands.tidy()}
      >
        <LayoutGrid className="icon-s" aria-hidden="true" />
        {t('view.tidyShort')}
      </button>
      <IconButton
        label={t('view.keepPlaces')}
        aria-pressed={keeps}
        onClick={() => {
          keepPlaces(!keeps)
          setKeeps(!keeps)
        }}
      >
        <Pin className="icon-s" aria-hidden="true" />
      </IconButton>
    </div>
  )
}

/** The small map and the zoom. */
export function ViewCorner() {
  const { t, share } = useWords()
  const map = useCanvas((state) => state.open.map)
  const palette = useCanvas((state) => state.open.palette)
  const zoom = useStore(({ transform }) => transform[2])
  const { readOnly } = useSession()
  const view = useView()
  return (
    <div className={styles.corner}>
      {map && <SmallMap />}
      {!readOnly && !palette && <AddButton />}
      {!readOnly && <TidyButtons />}
      <div className={styles.zoom} role="toolbar" aria-label={t('view.name')}>
        <IconButton label={t('view.out')} onClick={view.zoomOut}>
          <Minus className="icon-s" aria-hidden="true" />
        </IconButton>
        <span>{share(zoom)}</span>
        <IconButton label={t('view.in')} onClick={view.zoomIn}>
          <Plus className="icon-s" aria-hidden="true" />
        </IconButton>
        <IconButton label={t('view.fit')} onClick={view.fit}>
          <Maximize className="icon-s" aria-hidden="true" />
        </IconButton>
      </div>
    </div>
  )
}
