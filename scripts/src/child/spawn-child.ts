import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Writable } from 'node:stream'
import { root } from '../root'
import type { ChildSpec, Surroundings } from './child-spec'
import { writeRunFile } from './run-file'
import { sendSignal } from './send-signal'

const KEEP = `${root}/scripts/lib/keep.mjs`
/** The keeper waits for its program, so it is given a little longer than the program. */
const KEEPER_EXTRA_MS = 3_000
const LAST_LINES = 15
/**
 * glibc raises by itself what it keeps of freed memory, up to 64 MB a process; said once, it stays at its first 128 KB.
 * What everything holds together when idle falls by 110 MB, Postgres' connections first.
 */
const GIVE_MEMORY_BACK = { MALLOC_TRIM_THRESHOLD_: '131072' }

export interface Child {
  /** Resolves once, when the process has ended. */
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** Resolves when a child of ours has sent `'ready'` over its channel. */
  ready: Promise<void>
  lastLines: string[]
  stop: () => Promise<void>
}

/** Starts one process of a service; its output goes to `log`, what matters of it to `say`. */
export function spawnChild(spec: ChildSpec, { dataDir, say }: Surroundings, log: Writable): Child {
  const { keep, stopWithinMs } = spec
  const [command, args] = keep ? underKeeper(spec, keep) : [spec.command, spec.args]
  const child = spawn(command, args, {
    cwd: spec.cwd,
    env: { ...GIVE_MEMORY_BACK, ...process.env, ...spec.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C reaches the whole process group; a group of its own lets us stop services in order.
    detached: process.platform !== 'win32',
  })
  const stopSignal = keep?.stopSignal ?? 'SIGTERM'
  const pids = child.pid ? [child.pid] : []
  writeRunFile(dataDir, spec.name, pids, stopSignal)
  let programPid: number | undefined
  const ready = new Promise<void>((resolve) => {
    child.on('message', (message) => {
      if (message === 'ready') resolve()
      if (typeof message !== 'object' || message === null || !('pid' in message)) return
      programPid = Number(message.pid)
      writeRunFile(dataDir, spec.name, [programPid, ...pids], stopSignal)
    })
  })
  const lastLines: string[] = []
  readLines(child, log, (line) => {
    lastLines.push(line)
    if (lastLines.length > LAST_LINES) lastLines.shift()
    const words = spec.echo?.(line)
    if (words) say(`[${spec.name}] ${words}`)
  })
  const exited = untilExit(child, say, spec.name)
  const stop = async () => {
    child.kill('SIGTERM')
    const limit = stopWithinMs + (keep ? KEEPER_EXTRA_MS : 0)
    const timer = setTimeout(() => child.kill('SIGKILL'), limit)
    await exited
    clearTimeout(timer)
  }
  // A keeper that was killed outright leaves its program behind.
  void exited.then(({ signal }) => {
    if (signal === 'SIGKILL' && programPid) sendSignal(programPid, stopSignal)
  })
  return { exited, ready, lastLines, stop }
}

function underKeeper(spec: ChildSpec, keep: NonNullable<ChildSpec['keep']>): [string, string[]] {
  const { command, args, cwd, stopWithinMs: stopAfterMs } = spec
  return [process.execPath, [KEEP, JSON.stringify({ command, args, cwd, stopAfterMs, ...keep })]]
}

function readLines(child: ChildProcess, log: Writable, onLine: (line: string) => void) {
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue
    createInterface({ input: stream }).on('line', (line) => {
      log.write(`${line}\n`)
      onLine(line)
    })
  }
}

function untilExit(child: ChildProcess, say: Surroundings['say'], name: string): Child['exited'] {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
    child.once('error', (error) => {
      say(`[${name}] ${error.message}`)
      if (child.pid === undefined) resolve({ code: 1, signal: null })
    })
  })
}
