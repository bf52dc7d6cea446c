import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')

interface Chunk {
  code: string
  /** Files it loads at once. */
  imports: string[]
  /** Paths of what it is made of. */
  modules: string[]
}

/** The app as it is built, kept in memory: each script by its file name. */
export async function builtApp(): Promise<Map<string, Chunk>> {
  const answer = await build({
    root,
    configFile: `${root}/vite.config.ts`,
    logLevel: 'error',
    build: { write: false },
  })
  if (!('output' in answer)) throw new Error('The app was not built once.')
  return new Map(
    answer.output.flatMap((file): [string, Chunk][] =>
      file.type === 'chunk'
        ? [[file.fileName, { ...file, modules: Object.keys(file.modules) }]]
        : [],
    ),
  )
}

/** The scripts that must be there before these source files run: their own and all that those load at once. */
export function scriptsOf(app: ReadonlyMap<string, Chunk>, sources: string[]): Set<string> {
  const found = new Set<string>()
  const next = [...app].flatMap(([name, { modules }]) =>
    modules.some((path) => sources.some((source) => path.endsWith(source))) ? [name] : [],
  )
  for (let name = next.pop(); name !== undefined; name = next.pop()) {
    if (found.has(name)) continue
    found.add(name)
    next.push(...(app.get(name)?.imports ?? []))
  }
  return found
}

/** Their size as a server sends them, in kilobytes. */
export function compressedKb(app: ReadonlyMap<string, Chunk>, scripts: Iterable<string>): number {
  let bytes = 0
  for (const name of scripts) bytes += gzipSync(app.get(name)?.code ?? '').length
  return bytes / 1024
}
