import type { Problem } from '@relance/core/plan/problem'
import type { ProblemsAnswer, ProblemsQuestion } from './answer-problems'

interface Waiting {
  resolve: (problems: Problem[]) => void
  reject: (error: Error) => void
}

let worker: Worker | null = null
let last = 0
const waiting = new Map<number, Waiting>()

function theWorker(): Worker {
  if (worker) return worker
  worker = new Worker(new URL('./problems-worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<ProblemsAnswer>) => {
    waiting.get(data.id)?.resolve(data.problems)
    waiting.delete(data.id)
  }
  worker.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message))
    waiting.clear()
    worker = null
  }
  return worker
}

/** Begins the worker before there is anything to ask it. */
export const readyWorker = (): void => void theWorker()

/** Finds a draft's problems without blocking the page. Rejects where the worker cannot run. */
export function problemsInWorker(question: Omit<ProblemsQuestion, 'id'>): Promise<Problem[]> {
  const id = ++last
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    theWorker().postMessage({ id, ...question })
  })
}
