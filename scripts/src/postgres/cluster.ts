import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { AppError } from '@relance/core/error/app-error'
import { z } from 'zod'
import { may, type PostgresUser } from './postgres-user'

const recorded = z.object({ directory: z.string(), password: z.string() })

/** Where the database's files are, and the owner's password. */
export type Cluster = z.infer<typeof recorded>

/**
 * What `postgres.json` of the data folder says, or a new choice, recorded there: `<data dir>/postgres`,
 * else, when Postgres' user cannot get there, a folder of the same life elsewhere.
 */
export function chooseCluster(dataDir: string, user: PostgresUser): Cluster {
  const file = join(dataDir, 'postgres.json')
  if (existsSync(file)) return recorded.parse(JSON.parse(readFileSync(file, 'utf8')))
  const cluster = {
    directory: chooseDirectory(dataDir, user),
    password: randomBytes(18).toString('base64url'),
  }
  writeFileSync(file, `${JSON.stringify(cluster, null, 2)}\n`, { mode: 0o600 })
  return cluster
}

/** Folders Postgres' files may be in, best first. */
export function candidates(dataDir: string): string[] {
  // Never an old one's: whoever deletes the data folder wants to start afresh.
  const name = `relance-${randomBytes(6).toString('hex')}`
  return [join(dataDir, 'postgres'), join('/var/lib', name), join(tmpdir(), name)]
}

function chooseDirectory(dataDir: string, user: PostgresUser): string {
  for (const directory of candidates(dataDir)) {
    if (isUsable(directory, user)) return directory
  }
  const message = `No folder for the database can be reached by the user it runs as (${dataDir}).`
  throw new AppError('unavailable', `${message} Set RELANCE_DATA_DIR or DATABASE_URL.`)
}

function isUsable(directory: string, user: PostgresUser): boolean {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    giveTo(directory, user)
  } catch {
    // Not ours to write: the next candidate may be.
    return false
  }
  if (may(user, '-w', directory)) return true
  rmSync(directory, { recursive: true })
  return false
}

/** Makes the folder Postgres' own, when it runs as another user. */
export function giveTo(path: string, { uid, gid }: PostgresUser) {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}

/** Removes a throw-away database, and the copy of the programs beside it, wherever they are. */
export function removeCluster({ directory }: Cluster) {
  const parent = dirname(directory)
  const ours = (name: string) =>
    name === basename(directory) || name.startsWith(`${basename(directory)}-programs-`)
  for (const name of readdirSync(parent).filter(ours)) {
    rmSync(join(parent, name), { recursive: true, force: true })
  }
}
