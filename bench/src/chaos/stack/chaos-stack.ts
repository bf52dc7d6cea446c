import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { migrate } from '@relance/db/migrate'
import { openLog } from '@relance/scripts/child/log-file'
import { startPostgres } from '@relance/scripts/stack/start-postgres'
import { startTemporal } from '@relance/scripts/stack/start-temporal'
import { throwAwayFolder } from '@relance/scripts/testing/throw-away-folder'
import { Connection } from '@temporalio/client'
import postgres from 'postgres'
import { z } from 'zod'
import { keepAlive, type Victim } from './keep-alive'

/** Postgres and Temporal of a chaos run's own, to be killed at will; both are started again when they end. */
export interface ChaosStack {
  dataDir: string
  /**
   * A new, migrated database, as its owner, in a folder of its own if one is named. Its commits reach the system
   * before they are answered.
   */
  database(name: string, folder?: string): Promise<string>
  temporalAddress: string
  /** kill −9 of the whole server; it is starting again when this resolves. */
  killPostgres(): void
  killTemporal(): void
  /** Deletes Temporal's store and kills it; resolves when it runs again, with an empty one. */
  wipeTemporal(): Promise<void>
  /** A worker or server, its output in the data folder's logs. */
  run(name: string, entry: string, env: () => Record<string, string>): Victim
  /** Something to do once everything has stopped. */
  atEnd(work: () => void): void
  stop(): Promise<void>
}

const runFile = z.array(z.object({ pid: z.int() })).min(1)

export async function startChaosStack(say: (line: string) => void): Promise<ChaosStack> {
  const { dataDir, remove } = throwAwayFolder()
  const surroundings = { dataDir, say, isThrowAway: true }
  const server = await startPostgres(surroundings)
  const temporal = await startTemporal(surroundings)
  const victims: Victim[] = []
  const lastly: (() => void)[] = [remove]
  const kill = (service: string) => {
    const file = readFileSync(join(dataDir, 'run', `${service}.json`), 'utf8')
    // The first is the program itself, the second the keeper that notices its end.
    const [program] = runFile.parse(JSON.parse(file))
    if (program) process.kill(program.pid, 'SIGKILL')
  }
  return {
    dataDir,
    temporalAddress: temporal.address,
    database: (name, folder) => makeDatabase(server.databaseUrl, name, folder),
    killPostgres: () => kill('postgres'),
    killTemporal: () => kill('temporal'),
    async wipeTemporal() {
      for (const end of ['', '-wal', '-shm']) {
        rmSync(join(dataDir, `temporal.db${end}`), { force: true })
      }
      // It is started again where it was, and makes an empty store.
      kill('temporal')
      await waitForTemporal(temporal.address)
    },
    run(name, entry, env) {
      const victim = keepAlive(entry, env, openLog(dataDir, name).stream)
      victims.push(victim)
      return victim
    },
    // The folder itself goes last.
    atEnd: (work) => void lastly.unshift(work),
    async stop() {
      await Promise.all(victims.map((victim) => victim.stop()))
      await temporal.stop()
      await server.stop()
      for (const work of lastly) work()
    },
  }
}

/**
 * A throw-away Postgres answers commits before they are written. A kill must not undo what was answered, so these
 * databases are told to write first; only a power cut could still undo it.
 */
async function makeDatabase(serverUrl: string, name: string, folder?: string): Promise<string> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => undefined })
  try {
    if (folder) await sql.unsafe(`create tablespace ${name} location '${folder}'`)
    await sql`create database ${sql(name)} ${folder ? sql`tablespace ${sql(name)}` : sql``}`
    await sql`alter database ${sql(name)} set synchronous_commit = on`
  } finally {
    await sql.end()
  }
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  await migrate(url.href)
  return url.href
}

async function waitForTemporal(address: string) {
  for (;;) {
    try {
      const connection = await Connection.connect({ address, connectTimeout: 1000 })
      await connection.workflowService.describeNamespace({ namespace: 'default' })
      return await connection.close()
    } catch {
      // Not there yet; the scenario's own figures say so if it never comes.
      await pause(100)
    }
  }
}
