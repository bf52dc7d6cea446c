import { existsSync } from 'node:fs'
import { AppError } from '@relance/core/error/app-error'
import { reasonOf } from '../config/reason-of'
import { buildTemporal } from './build-temporal'
import { downloadTemporal } from './download-temporal'
import { runQuietly } from './run-quietly'
import { cachedPath } from './temporal-source'

const VERSION_WITHIN_MS = 20_000

/** The Temporal CLI's command if it is on this machine: `temporal` on PATH, or the cached one. */
export async function localTemporal(): Promise<string | undefined> {
  const path = cachedPath()
  for (const command of ['temporal', path]) {
    if ((command !== path || existsSync(path)) && (await works(command))) return command
  }
  return undefined
}

/**
 * The Temporal CLI's command: the local one; else the SDK's download, or a build from source, either
 * of which goes into the cache.
 * @throws AppError unavailable, naming the ways out, when none works
 */
export async function findTemporal(say: (line: string) => void): Promise<string> {
  const local = await localTemporal()
  if (local) return local
  const path = cachedPath()
  const failures: string[] = []
  for (const fetchTo of [downloadTemporal, buildTemporal]) {
    try {
      await fetchTo(path, say)
      if (await works(path)) return path
      failures.push('what was fetched does not run')
    } catch (error) {
      failures.push(reasonOf(error))
    }
  }
  throw new AppError('unavailable', advice(failures))
}

const works = async (command: string) =>
  (await runQuietly(command, ['--version'], VERSION_WITHIN_MS)) !== undefined

function advice(failures: string[]): string {
  return [
    `There is no Temporal server, and none could be fetched (${failures.join('; ')}).`,
    'One of these is needed:',
    '  - TEMPORAL_ADDRESS set to a running one, such as localhost:7233',
    '  - the Temporal CLI on PATH (https://docs.temporal.io/cli)',
    '  - access to temporal.download, to fetch it',
    '  - Go 1.26.4 or newer with access to its modules, to build it once (about five minutes)',
  ].join('\n')
}
