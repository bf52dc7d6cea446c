import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { useWords } from '../../words/use-words'
import styles from './inspector.module.css'

const KEY = 'relance.inspector-width'
const NARROWEST_PX = 300
const WIDEST_PX = 520
/** As the stylesheet has it. */
const USUAL_PX = 340
const STEP_PX = 20

const within = (width: number) => Math.round(Math.min(WIDEST_PX, Math.max(NARROWEST_PX, width)))

/** How wide the inspector is in this browser, in pixels; null: as wide as it comes. */
export function useInspectorWidth(): [width: number | null, resize: (width: number) => void] {
  const [width, setWidth] = useState<number | null>(() => Number(localStorage.getItem(KEY)) || null)
  return [
    width,
    (wanted) => {
      localStorage.setItem(KEY, String(within(wanted)))
      setWidth(within(wanted))
    },
  ]
}

/** The left edge of the inspector: dragged, or moved by the arrows, from 300 to 520 px. */
export function ResizeHandle({
  width,
  resize,
}: {
  width: number | null
  resize: (width: number) => void
}) {
  const { t } = useWords()
  const widthOf = (handle: Element) => handle.parentElement?.getBoundingClientRect().width ?? 0
  const move = (event: PointerEvent<HTMLHRElement>) => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect()
    if (box && event.currentTarget.hasPointerCapture(event.pointerId))
      resize(box.right - event.clientX)
  }
  const press = (event: KeyboardEvent<HTMLHRElement>) => {
    const by = { ArrowLeft: STEP_PX, ArrowRight: -STEP_PX }[event.key]
    if (!by) return
    event.preventDefault()
    resize(widthOf(event.currentTarget) + by)
  }
  return (
    <hr
      className={styles.handle}
      aria-orientation="vertical"
      aria-label={t('inspector.resize')}
      aria-valuenow={width ?? USUAL_PX}
      aria-valuemin={NARROWEST_PX}
      aria-valuemax={WIDEST_PX}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={move}
      onKeyDown={press}
    />
  )
}
