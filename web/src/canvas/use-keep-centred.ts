import { useReactFlow } from '@xyflow/react'
import { useEffect, useRef } from 'react'

/**
 * When a side panel opens or closes, what stood in the middle of the canvas stays in its middle.
 * @param onMoved is told once it does: what was at the rim may be out of sight now
 */
export function useKeepCentred(onMoved: () => void) {
  const flow = useReactFlow()
  const canvas = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!canvas.current) return
    let width = canvas.current.clientWidth
    const watch = new ResizeObserver(([entry]) => {
      const next = entry?.contentRect.width ?? width
      const { x, y, zoom } = flow.getViewport()
      if (next === width) return
      void flow.setViewport({ x: x + (next - width) / 2, y, zoom })
      width = next
      onMoved()
    })
    watch.observe(canvas.current)
    return () => watch.disconnect()
  }, [flow, onMoved])
  return canvas
}
