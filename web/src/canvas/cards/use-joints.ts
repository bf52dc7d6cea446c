import { useUpdateNodeInternals } from '@xyflow/react'
import { useEffect, useRef } from 'react'

/** Cards whose joints have moved, until the canvas library is told of all of them at once. */
const moved = new Set<string>()

/**
 * Tells the canvas library that the joints of a card have moved, whenever their `shape` changes; where they stand at
 * first it measures itself. Told card by card, new figures on a thousand cards were a thousand passes over all cards.
 * @param shape null while none are drawn
 */
export function useJoints(id: string, shape: string | null) {
  const refresh = useUpdateNodeInternals()
  const known = useRef(shape)
  useEffect(() => {
    if (known.current === shape) return
    known.current = shape
    if (shape === null) return
    if (moved.size === 0) {
      queueMicrotask(() => {
        refresh([...moved])
        moved.clear()
      })
    }
    moved.add(id)
  }, [id, shape, refresh])
}
