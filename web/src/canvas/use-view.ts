import { useReactFlow } from '@xyflow/react'
import { useMemo } from 'react'
import { useSession } from './canvas-context'
import { CARD_WIDTH_PX, FULL_HEIGHT_PX, snapToGrid } from './layout/card-size'

const PAN_MS = 160

const panMs = () => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : PAN_MS)

const TOP_PX = 16

/** How far a card with a long sentence stands out above the place it has on the canvas. */
const riseOf = (id: string) => {
  const card = window.document.getElementById(`card-${id}`)
  return Math.max(0, (card?.offsetHeight ?? 0) - FULL_HEIGHT_PX)
}

/** Moves the window over the drawing. */
export function useView() {
  const flow = useReactFlow()
  const { document } = useSession()
  return useMemo(() => {
    const canvas = () => window.document.querySelector<HTMLElement>('[data-canvas]')
    /** Pans only when the card is near the rim or hidden under a panel. */
    const show = (id: string) => {
      requestAnimationFrame(() => {
        const at = document.content.positions[id]
        const box = canvas()?.getBoundingClientRect()
        if (!at || !box) return
        const topLeft = flow.flowToScreenPosition(at)
        const bottom = flow.flowToScreenPosition({ x: at.x + CARD_WIDTH_PX, y: at.y + 130 })
        const inside =
          topLeft.x > box.left + 16 &&
          bottom.x < box.right - 16 &&
          topLeft.y > box.top + 16 &&
          bottom.y < box.bottom - 90
        if (inside) return
        void flow.setCenter(at.x + CARD_WIDTH_PX / 2, at.y + 60, {
          zoom: flow.getZoom(),
          duration: panMs(),
        })
      })
    }
    return {
      show,
      /** Puts the keyboard on a card. */
      focus: (id: string) => {
        show(id)
        requestAnimationFrame(() => {
          requestAnimationFrame(() =>
            window.document.getElementById(`card-${id}`)?.focus({ preventScroll: true }),
          )
        })
      },
      fit: () =>
        void flow.fitView({
          padding: { top: 0.06, bottom: '72px', x: 0.06 },
          maxZoom: 1,
          duration: panMs(),
        }),
      /** Puts the top of the flow at the top of the canvas, in the middle, at full size. */
      home: () => {
        const places = Object.entries(document.content.positions)
        const points = places.map(([, point]) => point)
        const box = canvas()?.getBoundingClientRect()
        if (points.length === 0 || !box) return
        const top = Math.min(...points.map((point) => point.y))
        const first = points.filter((point) => point.y === top).map((point) => point.x)
        const x = (Math.min(...first) + Math.max(...first)) / 2 + CARD_WIDTH_PX / 2
        const rises = places.filter(([, point]) => point.y === top).map(([id]) => riseOf(id))
        const y = TOP_PX + Math.max(...rises) - top
        void flow.setViewport({ x: box.width / 2 - x, y, zoom: 1 })
      },
      zoomIn: () => void flow.zoomIn({ duration: panMs() }),
      zoomOut: () => void flow.zoomOut({ duration: panMs() }),
      zoomTo: (zoom: number) => void flow.zoomTo(zoom, { duration: panMs() }),
      pastePoint: () => {
        const box = canvas()?.getBoundingClientRect()
        const middle = flow.screenToFlowPosition({
          x: (box?.left ?? 0) + (box?.width ?? 800) / 2,
          y: (box?.top ?? 0) + (box?.height ?? 600) / 2,
        })
        return { x: snapToGrid(middle.x - CARD_WIDTH_PX / 2), y: snapToGrid(middle.y - 48) }
      },
    }
  }, [flow, document])
}
