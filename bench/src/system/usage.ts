import { processTree, readNow } from './process-tree'

/** CPU seconds that a process and all it started have used so far; NaN where the system does not tell. */
export function cpuSeconds(pid: number): number {
  const tree = processTree(pid)
  return tree.length === 0 ? Number.NaN : tree.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0)
}

/**
 * Megabytes (10⁶ bytes) of memory of a process and all it started; what several share counts once, in parts.
 * NaN where the system does not tell.
 */
export function memoryMb(pid: number): number {
  const tree = processTree(pid)
  if (tree.length === 0) return Number.NaN
  return tree.reduce((sum, entry) => sum + kilobytes(entry.pid), 0) / 1000
}

/** The proportional share where the kernel tells it, else everything the process has in memory. */
function kilobytes(pid: number): number {
  const share = readNow(`/proc/${pid}/smaps_rollup`)?.match(/^Pss:\s+(\d+)/m)
  const found = share ?? readNow(`/proc/${pid}/status`)?.match(/^VmRSS:\s+(\d+)/m)
  return (Number(found?.[1] ?? 0) * 1024) / 1000
}
