import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { ourNodeArgs } from '@relance/scripts/child/our-node-args'
import { root } from '@relance/scripts/root'

/** A process of ours that may be killed, and starts again at once as often as it ends. */
export interface Victim {
  /** Resolves when the process that runs now, or the next one, has said that it is ready. */
  ready(): Promise<void>
  /** kill −9; resolves when it is dead. The next one is starting by then. */
  kill(): Promise<void>
  /** How often it has been started again. */
  restarts(): number
  /** Ends it for good, by kill −9: nothing may depend on a clean end. */
  stop(): Promise<void>
}

/** Starts an entry of ours; `env` is asked anew at each start. */
export function keepAlive(entry: string, env: () => Record<string, string>, log: Writable): Victim {
  let restarts = 0
  let stopped = false
  let child: ChildProcess
  let isReady: Promise<void>
  let dead: Promise<void>
  const start = () => {
    const spawned = spawn(process.execPath, ourNodeArgs(join(root, entry)), {
      cwd: root,
      env: { ...process.env, ...env() },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    spawned.stdout?.pipe(log, { end: false })
    spawned.stderr?.pipe(log, { end: false })
    isReady = new Promise((resolve) => {
      spawned.on('message', (message) => message === 'ready' && resolve())
    })
    dead = new Promise((resolve) => {
      spawned.once('exit', (code, signal) => {
        log.write(`--- ended: ${signal ?? code}\n`)
        resolve()
        if (stopped) return
        restarts++
        start()
      })
    })
    child = spawned
  }
  start()
  const kill = async () => {
    const dying = dead
    child.kill('SIGKILL')
    await dying
  }
  return {
    async ready() {
      for (;;) {
        const of = child
        // Killed while it started: the next one is waited for.
        if (await Promise.race([isReady.then(() => true), dead.then(() => false)])) return
        if (of === child) throw new Error(`${entry} was stopped before it was ready.`)
      }
    },
    kill,
    restarts: () => restarts,
    async stop() {
      stopped = true
      await kill()
    },
  }
}
