/** Sends a signal to a process that may have ended by itself meanwhile. */
export function sendSignal(pid: number, signal: string) {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
