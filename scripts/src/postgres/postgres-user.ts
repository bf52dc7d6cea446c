import { execFileSync, spawnSync } from 'node:child_process'
import { AppError } from '@relance/core/error/app-error'

/** The user Postgres runs as; nothing for the user we are ourselves. */
export interface PostgresUser {
  uid?: number
  gid?: number
}

const NAME = 'postgres'

/**
 * Postgres refuses to run as root, so root gives it a user of its own, made when there is none.
 * @throws AppError unavailable when the user can neither be found nor made
 */
export function postgresUser(): PostgresUser {
  if (process.getuid?.() !== 0) return {}
  const known = lookUp()
  if (known) return known
  spawnSync('groupadd', ['--system', NAME])
  spawnSync('useradd', ['--system', '-g', NAME, '--no-create-home', NAME])
  const made = lookUp()
  if (made) return made
  const message = `Postgres does not run as root, and the user "${NAME}" could not be made.`
  throw new AppError('unavailable', `${message} Start as another user, or set DATABASE_URL.`)
}

function lookUp(): PostgresUser | undefined {
  const ask = (flag: string) =>
    execFileSync('id', [flag, NAME], { stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    return { uid: Number(ask('-u')), gid: Number(ask('-g')) }
  } catch {
    // `id` fails for an unknown name only.
    return undefined
  }
}

/** Whether that user may do this with a file or folder: read (-r), enter or run (-x), write (-w). */
export function may({ uid, gid }: PostgresUser, flag: '-r' | '-w' | '-x', path: string): boolean {
  if (uid === undefined) return true
  return spawnSync('test', [flag, path], { uid, gid, cwd: '/' }).status === 0
}
