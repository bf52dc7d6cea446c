import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp } from '@relance/scripts/app/start-app'
import { pickPort } from '@relance/scripts/port/pick-port'
import { chooseCluster, removeCluster } from '@relance/scripts/postgres/cluster'
import { postgresUser } from '@relance/scripts/postgres/postgres-user'
import { startStack } from '@relance/scripts/stack/start-stack'
import { z } from 'zod'
import { type Sink, startSink } from './start-sink'

export const services = ['worker', 'postgres', 'server', 'temporal', 'sink'] as const
export type Service = (typeof services)[number]

/** A whole Relance of a part's own, each service a process, with the database as careful as in real life. */
export interface System {
  url: string
  /** Of the first workspace; may create others. */
  apiKey: string
  /** Signs its owner in, once. */
  signInUrl: string
  /** As the schema's owner. */
  databaseUrl: string
  temporalAddress: string
  sink: Sink
  pids: Record<Service, number>
  /** Services that are no longer the process that was started: they ended and were started again. */
  restarted(): Service[]
  /** Stops it and removes its files. */
  stop(): Promise<void>
}

const credentials = z.object({ apiKey: z.string(), signInUrl: z.string() })
const runFile = z.array(z.object({ pid: z.int() })).min(1)

/** Starts one on free ports and a throw-away folder, exactly as `npm start` would, but for the inbox. */
export async function startSystem(say: (line: string) => void): Promise<System> {
  const dataDir = mkdtempSync(join(tmpdir(), 'relance-bench-'))
  const stops: (() => Promise<void>)[] = [
    async () => {
      removeCluster(chooseCluster(dataDir, postgresUser()))
      rmSync(dataDir, { recursive: true, force: true })
    },
  ]
  const stop = async () => {
    for (const stopOne of stops.splice(0).reverse()) await stopOne()
  }
  try {
    const sink = await startSink()
    stops.push(sink.stop)
    const stack = await startStack({ dataDir, say, smtpUrl: sink.url })
    stops.push(stack.stop)
    const port = await pickPort()
    const url = `http://127.0.0.1:${port}`
    const app = startApp({ dataDir, stack, port, publicUrl: url, say })
    stops.push(app.stop)
    await app.ready
    const { apiKey, signInUrl } = credentials.parse(read(join(dataDir, 'credentials.json')))
    const pid = (name: string) => runFile.parse(read(join(dataDir, 'run', `${name}.json`)))[0]?.pid
    const pids = {
      worker: pid('worker') ?? 0,
      postgres: pid('postgres') ?? 0,
      server: pid('server') ?? 0,
      temporal: pid('temporal') ?? 0,
      sink: sink.pid,
    }
    const restarted = () =>
      services.filter((name) => name !== 'sink' && (pid(name) ?? 0) !== pids[name])
    const temporalAddress = stack.temporalEnv.TEMPORAL_ADDRESS ?? ''
    const { databaseUrl } = stack
    return { url, apiKey, signInUrl, databaseUrl, temporalAddress, sink, pids, restarted, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
