import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const LOCAL_IMPORT = /\b(?:from|import) '(\.[^']*)'/g

/** A hash over a TypeScript file and all of ours that it imports, however far: another one when any of them changes. */
export function sourcesHash(entry: URL): string {
  const hash = createHash('sha256')
  const seen = new Set<string>()
  const add = (file: URL) => {
    if (seen.has(file.href)) return
    seen.add(file.href)
    const text = readFileSync(fileURLToPath(file), 'utf8')
    hash.update(text)
    for (const [, path] of text.matchAll(LOCAL_IMPORT)) add(new URL(`${path}.ts`, file))
  }
  add(entry)
  return hash.digest('hex')
}
