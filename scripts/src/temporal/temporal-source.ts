import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { root } from '../root'

/** Pins the CLI (which contains the server) and all it is made of. */
export const SOURCE_FOLDER = join(root, 'scripts', 'temporal')

/** The CLI's version that a go.mod asks for, such as `1.8.2`. */
export function cliVersion(goMod: string): string {
  const version = /^\s*(?:require )?github\.com\/temporalio\/cli v(\S+)/m.exec(goMod)?.[1]
  if (!version) throw new Error('scripts/temporal/go.mod names no version of the Temporal CLI.')
  return version
}

/** File name of a cached CLI: another version, or another set of dependencies, is another file. */
export function cachedName(goMod: string, platform: string, arch: string): string {
  const hash = createHash('sha256').update(goMod).digest('hex').slice(0, 12)
  const end = platform === 'win32' ? '.exe' : ''
  return `temporal-${cliVersion(goMod)}-${platform}-${arch}-${hash}${end}`
}

/** Where the CLI of this checkout's version is kept, for all checkouts of this user. */
export function cachedPath(env: NodeJS.ProcessEnv = process.env): string {
  const cache = env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(cache, 'relance', cachedName(readGoMod(), process.platform, process.arch))
}

export const readGoMod = () => readFileSync(join(SOURCE_FOLDER, 'go.mod'), 'utf8')
