import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { AppError } from '@relance/core/error/app-error'
import { ourNodeArgs } from '@relance/scripts/child/our-node-args'
import { Client, Connection } from '@temporalio/client'
import { addressOf, userIdOf } from '../shop/people'
import type { Bench } from '../system/with-system'
import type { mails } from './workflow'

const MAIN = fileURLToPath(new URL('worker-main.ts', import.meta.url))
const TASK_QUEUE = 'yardstick'
/** More at once does not make Temporal take them faster. */
const STARTS_AT_ONCE = 40

/** The hand-written workflow, its worker in a process of its own, on the same Temporal, database and mail server. */
export interface Yardstick {
  pid: number
  client: Client
  /** Starts everybody's workflow; when the first start was answered, in epoch milliseconds. */
  startAll(people: number[], pauseMs: number): Promise<number>
  stop(): Promise<void>
}

export const yardstickId = (n: number) => `yardstick-${n}`

/** Makes its tables and people, and starts its worker. */
export async function startYardstick(bench: Bench, people: number[]): Promise<Yardstick> {
  await makeTables(bench, people)
  const env = {
    DATABASE_URL: bench.databaseUrl,
    SMTP_URL: bench.sink.url,
    RELANCE_URL: bench.url,
    TEMPORAL_ADDRESS: bench.temporalAddress,
    TEMPORAL_TASK_QUEUE: TASK_QUEUE,
  }
  const child = fork(MAIN, {
    execArgv: ourNodeArgs(MAIN).slice(0, -1),
    env: { ...process.env, ...env },
    stdio: 'inherit',
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', () => reject(new AppError('unavailable', 'The yardstick’s worker ended.')))
  })
  const connection = await Connection.connect({ address: bench.temporalAddress })
  const client = new Client({ connection })
  return {
    pid: child.pid ?? 0,
    client,
    async startAll(everybody, pauseMs) {
      let firstAt = 0
      const waiting = [...everybody].reverse()
      const lane = async () => {
        for (let n = waiting.pop(); n !== undefined; n = waiting.pop()) {
          await client.workflow.start<typeof mails>('mails', {
            workflowId: yardstickId(n),
            taskQueue: TASK_QUEUE,
            args: [{ userId: userIdOf(n), count: 3, pauseMs }],
          })
          firstAt ||= Date.now()
        }
      }
      await Promise.all(Array.from({ length: STARTS_AT_ONCE }, lane))
      return firstAt
    },
    async stop() {
      await connection.close()
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function makeTables({ owner }: Bench, people: number[]): Promise<void> {
  await owner`create schema yardstick`
  await owner`
    create table yardstick.people (
      user_id text primary key, address text not null, first_name text not null, consent boolean not null)`
  await owner`
    create table yardstick.messages (
      id uuid primary key, user_id text not null, number int not null, attempts int not null default 1,
      created_at timestamptz not null default clock_timestamp(), sent_at timestamptz, subject text, html text,
      body_text text, response text, unique (user_id, number))`
  const rows = people.map((n) => ({
    ...{ user_id: userIdOf(n), address: addressOf(n), first_name: `Ada${n}`, consent: true },
  }))
  await owner`
    insert into yardstick.people
    select * from jsonb_populate_recordset(null::yardstick.people, ${owner.json(rows)})`
  await owner`analyze yardstick.people`
}
