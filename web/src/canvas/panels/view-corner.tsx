import { useViewport } from '@xyflow/react'
import { Maximize, Minus, Plus } from 'lucide-react'
import { IconButton } from '../../ui/button'
import { useWords } from '../../words/use-words'
import { useCanvas } from '../canvas-context'
import { useView } from '../use-view'
import styles from './panels.module.css'
import { SmallMap } from './small-map'

/** The small map and the zoom. */
export function ViewCorner() {
  const { t, share } = useWords()
  const map = useCanvas((state) => state.open.map)
  const { zoom } = useViewport()
  const view = useView()
  return (
    <div className={styles.corner}>
      {map && <SmallMap />}
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
