import { useReactFlow } from '@xyflow/react'
import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'

/** How much a turn of the wheel zooms, as on the drawing itself, by the unit the browser tells it in. */
const WHEEL = { pixels: 0.002, lines: 0.05 }

/** Dragging on the small map moves the window along, the wheel zooms. @param scale drawing pixels for one of the map's */
export function useMapDrag(map: RefObject<SVGSVGElement | null>, scale: number) {
  const flow = useReactFlow()
  const held = useRef<{ x: number; y: number } | null>(null)
  useEffect(() => {
    const turn = (event: WheelEvent) => {
      event.preventDefault()
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? WHEEL.lines : WHEEL.pixels
      void flow.zoomTo(flow.getZoom() * 2 ** (-event.deltaY * unit))
    }
    const { current } = map
    current?.addEventListener('wheel', turn, { passive: false })
    return () => current?.removeEventListener('wheel', turn)
  }, [map, flow])
  return {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      held.current = { x: event.clientX, y: event.clientY }
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      const from = held.current
      if (!from) return
      held.current = { x: event.clientX, y: event.clientY }
      const { x, y, zoom } = flow.getViewport()
      const stride = scale * zoom
      void flow.setViewport({
        x: x - (event.clientX - from.x) * stride,
        y: y - (event.clientY - from.y) * stride,
        zoom,
      })
    },
    onLostPointerCapture: () => {
      held.current = null
    },
  }
}
