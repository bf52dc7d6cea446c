import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { AppError } from '@relance/core/error/app-error'
import { ourNodeArgs } from '@relance/scripts/child/our-node-args'
import { z } from 'zod'

const MAIN = fileURLToPath(new URL('sink-main.ts', import.meta.url))

const message = z.union([
  z.object({ port: z.int() }),
  z.object({ arrivals: z.array(z.object({ to: z.string(), at: z.number() })) }),
])

/** A mail as the sink took it; `at` is the machine's time in epoch milliseconds. */
export interface Arrival {
  to: string
  at: number
}

/** A mail server in a process of its own that takes everything and keeps who and when. */
export interface Sink {
  url: string
  pid: number
  /** In order of arrival. */
  arrivals: Arrival[]
  /** Forgets what has come so far. */
  clear(): void
  /** Resolves once so many have come since the last `clear`. Throws AppError unavailable when they do not. */
  until(mails: number, withinMs: number): Promise<void>
  stop(): Promise<void>
}

/** Starts one on a free port. */
export async function startSink(): Promise<Sink> {
  const child = fork(MAIN, { execArgv: ourNodeArgs(MAIN).slice(0, -1), stdio: 'inherit' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const arrivals: Arrival[] = []
  let look = () => {}
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new AppError('unavailable', `The sink ended (${code}).`)))
    child.on('message', (raw) => {
      const told = message.parse(raw)
      if ('port' in told) return resolve(told.port)
      for (const arrival of told.arrivals) arrivals.push(arrival)
      look()
    })
  })
  return {
    url: `smtp://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    arrivals,
    clear() {
      arrivals.length = 0
    },
    until: (mails, withinMs) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          const words = `Only ${arrivals.length} of ${mails} mails came within ${withinMs / 1000} s.`
          reject(new AppError('unavailable', words))
        }, withinMs)
        look = () => {
          if (arrivals.length < mails) return
          clearTimeout(late)
          resolve()
        }
        look()
      }),
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
