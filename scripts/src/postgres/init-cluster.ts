import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '@relance/core/error/app-error'
import { type Cluster, giveTo } from './cluster'
import type { PostgresPrograms } from './postgres-programs'
import type { PostgresUser } from './postgres-user'

/** The owner of the database that we start ourselves. */
export const OWNER = 'postgres'

/**
 * Makes the database's files unless they are there. They are complete or absent: a start that is
 * killed half-way leaves nothing that a later one would trust.
 * @returns the folder to start Postgres on
 */
export async function initCluster(
  cluster: Cluster,
  programs: PostgresPrograms,
  user: PostgresUser,
  isThrowAway: boolean,
) {
  const files = join(cluster.directory, 'data')
  if (existsSync(files)) return files
  const unfinished = join(cluster.directory, 'unfinished')
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  giveTo(unfinished, user)
  const passwordFolder = mkdtempSync(join(tmpdir(), 'relance-'))
  const passwordFile = join(passwordFolder, 'password')
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 })
  giveTo(passwordFolder, user)
  giveTo(passwordFile, user)
  try {
    const args = flags(unfinished, passwordFile, isThrowAway)
    await run(programs.initdb, args, cluster.directory, user)
  } finally {
    rmSync(passwordFolder, { recursive: true })
  }
  renameSync(unfinished, files)
  return files
}

function flags(directory: string, passwordFile: string, isThrowAway: boolean): string[] {
  return [
    `--pgdata=${directory}`,
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same order and case rules on every machine, whatever locales it has.
    '--no-locale',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(isThrowAway ? ['--no-sync'] : []),
  ]
}

function run(command: string, args: string[], cwd: string, { uid, gid }: PostgresUser) {
  return new Promise<void>((resolve, reject) => {
    const child = spawn(command, args, { cwd, uid, gid, stdio: ['ignore', 'ignore', 'pipe'] })
    let words = ''
    child.stderr.on('data', (chunk) => {
      words += chunk
    })
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) return resolve()
      reject(new AppError('unavailable', `Postgres could not make its files: ${words.trim()}`))
    })
  })
}
