import { commandOf } from './command-of'
import { leftovers } from './run-file'
import { sendSignal } from './send-signal'

const STOP_WITHIN_MS = 20_000
const PAUSE_MS = 50

/** Ends what an earlier start of this data folder left running; returns how many there were. */
export async function stopLeftovers(dataDir: string): Promise<number> {
  const found = leftovers(dataDir)
  for (const { pid, stopSignal } of found) sendSignal(pid, stopSignal)
  const end = Date.now() + STOP_WITHIN_MS
  for (const { pid, command } of found) {
    while (commandOf(pid) === command) {
      if (Date.now() > end) sendSignal(pid, 'SIGKILL')
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }
  return found.length
}
