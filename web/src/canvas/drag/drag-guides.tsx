import { ViewportPortal } from '@xyflow/react'
import { useCanvas } from '../canvas-context'
import { CARD_WIDTH_PX } from '../layout/card-size'
import styles from './drag-guides.module.css'

/** So far a line is seen on both sides of the cards it goes through. */
const BEYOND_PX = 120

/** Lines through the card that is dragged and the nearest ones of its column and its row. */
export function DragGuides() {
  const guides = useCanvas((state) => state.guides)
  if (guides.length === 0) return null
  return (
    <ViewportPortal>
      {guides.map(({ along, at, from, to }) => (
        <i
          key={along}
          className={styles[along]}
          data-guide={along}
          aria-hidden="true"
          style={
            along === 'column'
              ? {
                  transform: `translate(${at + CARD_WIDTH_PX / 2}px, ${from - BEYOND_PX}px)`,
                  height: to - from + 2 * BEYOND_PX,
                }
              : {
                  transform: `translate(${from - BEYOND_PX}px, ${at}px)`,
                  width: to - from + CARD_WIDTH_PX + 2 * BEYOND_PX,
                }
          }
        />
      ))}
    </ViewportPortal>
  )
}
