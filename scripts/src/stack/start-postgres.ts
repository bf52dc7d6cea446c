import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '@relance/core/error/app-error'
import postgres from 'postgres'
import type { Surroundings } from '../child/child-spec'
import { supervise } from '../child/supervise'
import { rememberedPort } from '../port/remembered-port'
import { waitForPort } from '../port/wait-for-port'
import { chooseCluster, removeCluster } from '../postgres/cluster'
import { initCluster, OWNER } from '../postgres/init-cluster'
import { postgresPrograms } from '../postgres/postgres-programs'
import { postgresUser } from '../postgres/postgres-user'
import { removeStaleLock } from '../postgres/remove-stale-lock'
import { socketPath } from '../postgres/socket-path'

const FIRST_PORT = 54_320
const STOP_WITHIN_MS = 20_000
const START_WITHIN_MS = 60_000
const PAUSE_MS = 50
const DATABASE = 'relance'

/**
 * Starts Postgres on the data folder's files, made at the first start, with a database `relance`.
 * @returns its address by its port, for any program, and the same by its socket where it has one: a write to it takes
 * half of TCP's time
 */
export async function startPostgres(surroundings: Surroundings) {
  const { dataDir, isThrowAway } = surroundings
  const user = postgresUser()
  const cluster = chooseCluster(dataDir, user)
  const programs = postgresPrograms(user, cluster.directory)
  const files = await initCluster(cluster, programs, user, isThrowAway)
  await removeStaleLock(files)
  const port = await rememberedPort(dataDir, 'postgres', isThrowAway ? undefined : FIRST_PORT)
  const socket = await socketPath(cluster.directory, port)
  const service = supervise(
    {
      name: 'postgres',
      title: 'Postgres',
      command: programs.postgres,
      args: [
        '-D',
        files,
        '-p',
        String(port),
        ...settings(socket && cluster.directory, isThrowAway),
      ],
      cwd: cluster.directory,
      keep: { stopSignal: 'SIGINT', ...user },
      stopWithinMs: STOP_WITHIN_MS,
      echo: (line) => (line.includes('PANIC: ') ? line : undefined),
    },
    surroundings,
  )
  const url = (database: string) =>
    `postgres://${OWNER}:${cluster.password}@127.0.0.1:${port}/${database}`
  try {
    await service.untilReady(untilAnswering(url('postgres'), port))
    await createDatabase(url('postgres'), DATABASE)
  } catch (error) {
    await service.stop()
    throw error
  }
  const stop = async () => {
    await service.stop()
    if (isThrowAway) removeCluster(cluster)
  }
  const databaseUrl = url(DATABASE)
  const socketUrl = socket && `${databaseUrl}?host=${encodeURIComponent(cluster.directory)}`
  return { databaseUrl, socketUrl, stop }
}

function settings(socketFolder: string | undefined, isThrowAway: boolean): string[] {
  const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const common = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${socketFolder ? quoted(socketFolder) : ''}`,
    'max_connections=200',
    'shared_buffers=128MB',
    'max_wal_size=2GB',
    'timezone=UTC',
    'log_timezone=UTC',
  ]
  return [...common, ...(isThrowAway ? careless : [])].flatMap((setting) => ['-c', setting])
}

/** As one of a list of folders: a comma or a space in it parts nothing. */
const quoted = (folder: string) => `"${folder.replaceAll('"', '""')}"`

/** After a crash it listens before it has recovered, so it is asked until it lets us in. */
async function untilAnswering(url: string, port: number) {
  const end = Date.now() + START_WITHIN_MS
  while (Date.now() < end) {
    await waitForPort(port, end - Date.now())
    if (await answers(url)) return
    await pause(PAUSE_MS)
  }
  throw new AppError('unavailable', `Postgres does not answer on port ${port}.`)
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 5 })
  try {
    await sql`select 1`
    return true
  } catch (error) {
    // 57P03: still starting up. A refused connection: not listening yet, or starting once more.
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === '57P03' || code === 'ECONNREFUSED' || code === 'ECONNRESET') return false
    throw error
  } finally {
    await sql.end({ timeout: 1 })
  }
}

async function createDatabase(url: string, name: string) {
  const sql = postgres(url, { max: 1 })
  try {
    const found = await sql`select from pg_database where datname = ${name}`
    if (found.length === 0) await sql`create database ${sql(name)}`
  } finally {
    await sql.end({ timeout: 1 })
  }
}
