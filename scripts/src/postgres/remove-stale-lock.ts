import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { commandOf } from '../child/command-of'
import { sendSignal } from '../child/send-signal'

const STOP_WITHIN_MS = 20_000
const PAUSE_MS = 50

/**
 * Clears the way for a start after a power cut or a kill. The data folder is claimed by this
 * process, so a Postgres still on it is an orphan and is stopped; a process id that now belongs to
 * another program, which Postgres would take for its own (containers number from 1 again), is none.
 */
export async function removeStaleLock(files: string) {
  const lock = join(files, 'postmaster.pid')
  if (!existsSync(lock)) return
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0])
  const isOrphan = () => Boolean(commandOf(pid)?.includes(files))
  const end = Date.now() + STOP_WITHIN_MS
  if (isOrphan()) sendSignal(pid, 'SIGINT')
  while (isOrphan()) {
    if (Date.now() > end) sendSignal(pid, 'SIGKILL')
    await pause(PAUSE_MS)
  }
  rmSync(lock, { force: true })
}
