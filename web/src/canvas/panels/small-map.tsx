import { useReactFlow, useStore } from '@xyflow/react'
import clsx from 'clsx'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '../../words/use-words'
import { useCanvas, useSession } from '../canvas-context'
import { useView } from '../use-view'
import { MapDrawing } from './map-drawing'
import { placeOfMap } from './map-place'
import styles from './panels.module.css'

/** How far a press of an arrow moves the window, as a share of what is in sight. */
const STRIDE = 0.25

/** The whole drawing, small: blocks by kind, dots for problems, and the window as a frame that drags, or moves by the arrows. */
export function SmallMap() {
  const { t } = useWords()
  const asked = useCanvas((state) => state.mapAsked)
  const [isHeld, setHeld] = useState(false)
  const place = useStore(placeOfMap)
  const map = useRef<HTMLDivElement>(null)
  const keys = useMapKeys()
  const known = useRef(asked)
  const isWanted = asked > known.current
  useEffect(() => {
    if (!isWanted) return
    map.current?.focus()
    known.current = asked
  }, [asked, isWanted])
  // With everything in sight it tells nothing, unless somebody asks for it.
  if (place === 'nowhere' && !isHeld && !isWanted) return null
  return (
    <div
      role="application"
      ref={map}
      className={clsx(styles.map, place === 'left' && styles.mapLeft)}
      tabIndex={-1}
      aria-label={t('map.name')}
      data-map
      onKeyDown={keys}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <MapDrawing />
    </div>
  )
}

const arrows: Record<string, [x: number, y: number]> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

/** Arrows move the window over the drawing; Escape goes back to it. */
function useMapKeys() {
  const flow = useReactFlow()
  const view = useView()
  const { store } = useSession()
  return (event: KeyboardEvent) => {
    const way = arrows[event.key]
    if (way) {
      const box = window.document.querySelector('[data-canvas]')?.getBoundingClientRect()
      const { x, y, zoom } = flow.getViewport()
      const [right, down] = [(box?.width ?? 0) * STRIDE, (box?.height ?? 0) * STRIDE]
      void flow.setViewport({ x: x + way[0] * right, y: y + way[1] * down, zoom })
    } else if (event.key === 'Escape') {
      const id = store.getState().selected.at(-1)
      if (id) view.focus(id)
      else view.focusCanvas()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
}
