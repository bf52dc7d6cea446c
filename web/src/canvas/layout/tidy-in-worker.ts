import type { Positions } from '@relance/core/graph/graph'
import type { TidyRequest } from './tidy-graph'

let worker: Worker | null = null
let last = 0
const waiting = new Map<number, (positions: Positions) => void>()

function theWorker(): Worker {
  if (worker) return worker
  worker = new Worker(new URL('./tidy-worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<{ id: number; positions: Positions }>) => {
    waiting.get(data.id)?.(data.positions)
    waiting.delete(data.id)
  }
  return worker
}

/** Lays a flow out without blocking the page. */
export function tidyInWorker(request: TidyRequest): Promise<Positions> {
  const id = ++last
  return new Promise((resolve) => {
    waiting.set(id, resolve)
    theWorker().postMessage({ id, request })
  })
}
