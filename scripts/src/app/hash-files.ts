import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const SKIPPED = new Set(['node_modules', 'dist'])

/** One hash over names and contents of files and folders; what does not exist counts as nothing. */
export function hashFiles(paths: string[]): string {
  const hash = createHash('sha256')
  const add = (path: string) => {
    if (!existsSync(path)) return
    if (statSync(path).isDirectory()) {
      const names = readdirSync(path).filter((name) => !SKIPPED.has(name))
      for (const name of names.sort()) add(join(path, name))
    } else {
      hash.update(`${path}\0`).update(readFileSync(path)).update('\0')
    }
  }
  for (const path of paths) add(path)
  return hash.digest('hex')
}
