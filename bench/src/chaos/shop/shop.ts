import type { Graph } from '@relance/core/graph/graph'
import { newId } from '@relance/core/id/ids'
import { connect } from '@relance/db/connection/connect'
import type { Scope } from '@relance/db/connection/scope'
import { withoutLimits } from '@relance/db/testing/without-limits'
import { createWorkspace } from '@relance/db/workspace/create-workspace'
import { identify, track } from '@relance/workflows/testing/incoming'
import { createMail, publish, send } from '@relance/workflows/testing/world'
import postgres from 'postgres'
import { type Decide, type FaultServer, startFaultServer } from '../../smtp/fault-server'
import type { ChaosStack } from '../stack/chaos-stack'
import type { Victim } from '../stack/keep-alive'
import { persist } from '../stack/persist'

/** One scenario's own database, workspace, mail server and workers. */
export interface Shop {
  stack: ChaosStack
  scope: Scope
  /** Sees every workspace's rows. */
  owner: postgres.Sql
  templateId: string
  databaseUrl: string
  mail: FaultServer
  /** One more worker. `more` is asked at each of its starts. */
  startWorker(more?: () => Record<string, string>): Victim
  /** People who agree to mails and do what the scenario starts with, in batches of 100. */
  enter(names: string[], event?: string): Promise<void>
  close(): Promise<void>
}

interface Opening {
  name: string
  /** A test clock's beginning; absent: the real clock. */
  now?: string
  decide?: Decide
  /** Where its database is made, if not in the stack's own way. */
  databaseUrl?: string
}

export async function openShop(stack: ChaosStack, opening: Opening): Promise<Shop> {
  const { name, now, decide } = opening
  const databaseUrl = opening.databaseUrl ?? (await stack.database(name))
  const mail = await startFaultServer(decide)
  const sql = connect(databaseUrl, { max: 8, name: 'chaos' })
  const owner = postgres(databaseUrl, { max: 2, onnotice: () => undefined })
  const organisationId = newId()
  await sql`insert into organisations (id, name) values (${organisationId}, 'Chaos')`
  const clock = now === undefined ? undefined : { now: new Date(now) }
  const scope = await createWorkspace(sql, { organisationId, name, clock })
  await withoutLimits(scope)
  const templateId = await createMail(scope)
  const workers: Victim[] = []
  return {
    ...{ stack, scope, owner, templateId, databaseUrl, mail },
    startWorker(more = () => ({})) {
      const victim = stack.run(`${name}-worker-${workers.length}`, 'workflows/src/main.ts', () => ({
        ...workerEnv(databaseUrl, stack.temporalAddress, mail.url, name),
        ...more(),
      }))
      workers.push(victim)
      return victim
    },
    async enter(names, event = 'Signed Up') {
      for (let at = 0; at < names.length; at += 100) {
        const people = names.slice(at, at + 100)
        // The same ids at each try: a batch that was stored before its answer was lost is not stored twice.
        const events = people.flatMap((person) => [identify(person), track(person, event)])
        await persist(() => send({ scope }, ...events))
      }
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.stop()))
      await mail.close()
      await sql.end({ timeout: 5 })
      await owner.end({ timeout: 5 })
    },
  }
}

const workerEnv = (databaseUrl: string, temporal: string, smtpUrl: string, queue: string) => ({
  DATABASE_URL: databaseUrl,
  TEMPORAL_ADDRESS: temporal,
  TEMPORAL_NAMESPACE: 'default',
  TEMPORAL_TASK_QUEUE: queue,
  SMTP_URL: smtpUrl,
  LOG_LEVEL: 'warn',
})

/** `["mail", "PT8S", "mail"]` on an event, as a published scenario: durations are waits. */
export const publishPath = (shop: Shop, steps: string[], event = 'Signed Up'): Promise<string> =>
  publish(shop, { graph: pathGraph(shop.templateId, steps, event) })

function pathGraph(templateId: string, steps: string[], event: string): Graph {
  const nodes: Graph['nodes'] = [
    { id: 'start', type: 'on-event', version: 1, config: { event } },
    ...steps.map((step, i) =>
      step === 'mail'
        ? { id: `s${i}`, type: 'send-email', version: 1, config: { template: templateId } }
        : { id: `s${i}`, type: 'wait-duration', version: 1, config: { for: step, since: 'here' } },
    ),
    { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
  ]
  const exits = ['entered', ...steps.map((step) => (step === 'mail' ? 'sent' : 'done'))]
  const edges = exits.map((exit, i) => ({
    from: nodes[i]?.id ?? '',
    exit,
    to: nodes[i + 1]?.id ?? '',
  }))
  return { nodes, edges }
}

/** `count` names that say what they are for. */
export const people = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}-${i}`)
