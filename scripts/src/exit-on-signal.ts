import { readFileSync } from 'node:fs'

/** Calls `stop` once for Ctrl-C, a polite kill, a closed terminal, or npm ending above us. */
export function exitOnSignal(stop: () => void) {
  let isStopping = false
  const once = () => {
    if (isStopping) return
    isStopping = true
    stop()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, once)
  if (process.env.npm_lifecycle_event) watchNpm(once)
}

const LOOK_EVERY_MS = 1_000

/** npm runs us in a shell, which neither passes a signal on nor ends when npm is killed outright. */
function watchNpm(stop: () => void) {
  const shell = process.ppid
  const npm = parentOf(shell)
  const timer = setInterval(() => {
    if (process.ppid !== shell || parentOf(shell) !== npm) stop()
  }, LOOK_EVERY_MS)
  timer.unref()
}

/** A process' parent; nothing where the system has no /proc, or when the process is gone. */
function parentOf(pid: number): string | undefined {
  try {
    return /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  } catch {
    // Not Linux, or gone: the comparison with our own parent's id remains.
    return undefined
  }
}
