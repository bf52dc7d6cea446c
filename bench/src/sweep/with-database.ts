import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AppError } from '@relance/core/error/app-error'
import { newId } from '@relance/core/id/ids'
import { connect } from '@relance/db/connection/connect'
import type { Scope } from '@relance/db/connection/scope'
import { migrate } from '@relance/db/migrate'
import { createWorkspace } from '@relance/db/workspace/create-workspace'
import { ourNodeArgs } from '@relance/scripts/child/our-node-args'
import { openDataDir } from '@relance/scripts/data-dir/open-data-dir'
import { chooseCluster, removeCluster } from '@relance/scripts/postgres/cluster'
import { postgresUser } from '@relance/scripts/postgres/postgres-user'
import { startPostgres } from '@relance/scripts/stack/start-postgres'
import postgres from 'postgres'
import { z } from 'zod'
import type { Row } from '../part'

const SWEEPER = fileURLToPath(new URL('sweeper-main.ts', import.meta.url))
const swept = z.object({ ms: z.number() })

/** Postgres alone, as careful as in real life, with an empty workspace. */
export interface Database {
  scope: Scope
  owner: postgres.Sql
  /** The sweep in a process of its own; `sweep` answers the milliseconds one took. */
  startSweeper(): Promise<{ sweep(): Promise<number>; stop(): Promise<void> }>
}

/** Lends a part a database of its own, and removes it. */
export async function withDatabase(
  say: (line: string) => void,
  work: (database: Database) => Promise<Row[]>,
): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'relance-bench-'))
  const release = await openDataDir(dataDir, say)
  const { databaseUrl, stop } = await startPostgres({ dataDir, say, isThrowAway: false })
  const owner = postgres(databaseUrl, { max: 2, onnotice: () => undefined })
  try {
    await migrate(databaseUrl)
    const sql = connect(databaseUrl, { name: 'relance-bench' })
    try {
      const organisationId = newId()
      await owner`insert into organisations (id, name) values (${organisationId}, 'Bench')`
      const scope = await createWorkspace(sql, { organisationId, name: 'Bench' })
      const startOne = () => startSweeper(databaseUrl, scope.workspaceId)
      return await work({ scope, owner, startSweeper: startOne })
    } finally {
      await sql.end()
    }
  } finally {
    await owner.end()
    await stop()
    removeCluster(chooseCluster(dataDir, postgresUser()))
    release()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function startSweeper(databaseUrl: string, workspaceId: string) {
  const child = fork(SWEEPER, {
    execArgv: ourNodeArgs(SWEEPER).slice(0, -1),
    env: { ...process.env, DATABASE_URL: databaseUrl, WORKSPACE_ID: workspaceId },
    stdio: 'inherit',
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const answer = () =>
    new Promise<unknown>((resolve, reject) => {
      const onEnd = () => reject(new AppError('unavailable', 'The sweeper ended.'))
      child.once('exit', onEnd)
      child.once('message', (message) => {
        child.off('exit', onEnd)
        resolve(message)
      })
    })
  await answer()
  return {
    async sweep() {
      const done = answer()
      child.send('sweep')
      return swept.parse(await done).ms
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
