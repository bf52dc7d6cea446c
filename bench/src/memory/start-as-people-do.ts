import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { AppError } from '@relance/core/error/app-error'
import { ourNodeArgs } from '@relance/scripts/child/our-node-args'
import { chooseCluster, removeCluster } from '@relance/scripts/postgres/cluster'
import { postgresUser } from '@relance/scripts/postgres/postgres-user'
import { root } from '@relance/scripts/root'
import { z } from 'zod'

const READY_WITHIN_MS = 600_000

/** Everything that `npm start` starts, the starting process, its keepers and the inbox included. */
export interface Started {
  pid: number
  url: string
  apiKey: string
  databaseUrl: string
  /** Process ids of the services by name. */
  services(): Record<string, number>
  stop(): Promise<void>
}

const credentials = z.object({ url: z.string(), apiKey: z.string() })
const cluster = z.object({ password: z.string() })
const runFile = z.array(z.object({ pid: z.int() }))
const ports = z.object({ postgres: z.int() })

/** Starts Relance by the command that people use, in a throw-away folder. */
export async function startAsPeopleDo(say: (line: string) => void): Promise<Started> {
  const dataDir = mkdtempSync(join(tmpdir(), 'relance-bench-'))
  const child = spawn(process.execPath, ourNodeArgs(join(root, 'scripts/start.mjs')), {
    cwd: root,
    env: {
      ...process.env,
      ...{ RELANCE_DATA_DIR: dataDir, DATABASE_URL: '', TEMPORAL_ADDRESS: '', SMTP_URL: '' },
    },
    // The channel ends it when the bench is killed.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    removeCluster(chooseCluster(dataDir, postgresUser()))
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = () => reject(new AppError('unavailable', 'Relance did not start.'))
      setTimeout(fail, READY_WITHIN_MS).unref()
      child.once('exit', fail)
      if (child.stdout)
        createInterface({ input: child.stdout }).on('line', (line) => {
          if (line.includes('Relance is ready')) resolve()
          if (!line.startsWith('Sign in')) say(`  ${line}`)
        })
    })
  } catch (error) {
    await stop()
    throw error
  }
  const read = (name: string): unknown => JSON.parse(readFileSync(join(dataDir, name), 'utf8'))
  const { password } = cluster.parse(read('postgres.json'))
  const { postgres } = ports.parse(read('ports.json'))
  const databaseUrl = `postgres://postgres:${password}@127.0.0.1:${postgres}/relance`
  const services = () =>
    Object.fromEntries(
      readdirSync(join(dataDir, 'run')).map((file) => [
        file.replace('.json', ''),
        runFile.parse(read(join('run', file)))[0]?.pid ?? 0,
      ]),
    )
  const pid = child.pid ?? 0
  return { ...credentials.parse(read('credentials.json')), pid, databaseUrl, services, stop }
}
