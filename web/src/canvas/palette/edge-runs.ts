import type { EdgeRun } from '../layout/nearest-edge'

/** Pixels between two points taken on a path. */
const SAMPLE_PX = 12

/** Where the edges run, as points in the drawing's own coordinates; read once when a drag begins. */
export function edgeRuns(): EdgeRun[] {
  return [
    ...document.querySelectorAll<SVGPathElement>('.react-flow__edge path.react-flow__edge-path'),
  ].map((path) => {
    const length = path.getTotalLength()
    const count = Math.max(1, Math.ceil(length / SAMPLE_PX))
    const points = Array.from({ length: count + 1 }, (_, place) => {
      const { x, y } = path.getPointAtLength((length * place) / count)
      return { x, y }
    })
    return { key: path.closest('.react-flow__edge')?.getAttribute('data-id') ?? '', points }
  })
}
