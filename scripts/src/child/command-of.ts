import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The command line of a running process, or nothing when there is none by that id. */
export function commandOf(pid: number): string | undefined {
  try {
    // Slim Linux images have no ps.
    if (process.platform === 'linux') {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || undefined
    }
    if (process.platform === 'win32') return undefined
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    // Both ways fail when, and only when, the process is gone.
    return undefined
  }
}
