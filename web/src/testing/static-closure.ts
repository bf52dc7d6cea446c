import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const source = resolve(import.meta.dirname, '..')
const packages = { '@relance/core/': '../../core/src/', '@relance/nodes/': '../../nodes/src/' }

/** A statement that loads another file at once; not one of types alone. */
const STATIC = /^(?:import|export)\s(?!type\s)[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'/gm

function fileOf(from: string, name: string): string | null {
  const ours = Object.entries(packages).find(([start]) => name.startsWith(start))
  const path = ours
    ? join(source, ours[1], name.slice(ours[0].length))
    : name.startsWith('.')
      ? resolve(dirname(from), name)
      : null
  if (path === null) return null
  return [`${path}.ts`, `${path}.tsx`].find(existsSync) ?? null
}

/**
 * Every file of ours that a page of the app loads before it shows: what these files, paths below `web/src`, import and
 * what that imports, but for what is fetched later. Absolute paths with their text.
 */
export function staticClosure(entries: string[]): Map<string, string> {
  const found = new Map<string, string>()
  const next = entries.map((entry) => join(source, entry))
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    if (found.has(file)) continue
    const text = readFileSync(file, 'utf8')
    found.set(file, text)
    for (const [, from, alone] of text.matchAll(STATIC)) {
      const other = fileOf(file, from ?? alone ?? '')
      if (other) next.push(other)
    }
  }
  return found
}
