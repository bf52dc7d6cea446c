import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Linux tells CPU time in hundredths of a second, whatever the kernel's own tick. */
const TICKS_PER_SECOND = 100

interface Entry {
  pid: number
  parent: number
  /** Its own, and of those of its children that have ended. */
  cpuSeconds: number
}

/** Whether this system tells what its processes use. */
export const canMeasure = () => existsSync('/proc/self/stat')

/** A process and everything it started and that still runs. Empty where the system does not tell. */
export function processTree(root: number): Entry[] {
  if (!canMeasure()) return []
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? read(name) : []))
  const tree = all.filter(({ pid }) => pid === root)
  for (const { pid } of tree) tree.push(...all.filter(({ parent }) => parent === pid))
  return tree
}

function read(pid: string): Entry[] {
  const text = readNow(`/proc/${pid}/stat`)
  if (!text) return []
  // The program's name stands in brackets and may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  return [{ pid: Number(pid), parent: Number(fields[1]), cpuSeconds: ticks / TICKS_PER_SECOND }]
}

/** A file under /proc; nothing when its process has ended meanwhile. */
export function readNow(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ESRCH') return undefined
    throw error
  }
}
