import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import type { Graph } from '@relance/core/graph/graph'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { pauseFlow } from '@relance/db/flow/pause-flow'
import { resumeFlow } from '@relance/db/flow/resume-flow'
import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client'
import { historyToJSON } from '@temporalio/common/lib/proto-utils'
import { identify, track } from './incoming'
import { listenLocally } from './listen-locally'
import { scrubHistory } from './scrub-history'
import { publish, send, startWorld, type World, workerEnv } from './world'

/** One run to record: the steps between the trigger and the end, and what is done while somebody walks them. */
interface Recording {
  steps(calledUrl: string): Graph['nodes']
  /** The second run of the enrolment is kept, not the first. */
  keepsSecond?: boolean
  meanwhile?(world: World, flowId: string, run: FirstRun): Promise<unknown>
}

/** The first run of an enrolment. */
interface FirstRun {
  /** Until its history holds so many events of a type. */
  reaches(type: string, times: number): Promise<unknown>
  closes(): Promise<unknown>
}

const step = (id: string, type: string, config: Record<string, unknown>) => ({
  id,
  type,
  version: 1,
  config,
})
const wait = (id: string, seconds: number) =>
  step(id, 'wait-duration', { for: `PT${seconds}S`, since: 'here' })
const largeOrder = step('order', 'wait-event', {
  event: 'Order Completed',
  where: { field: 'revenue', op: '>=', value: 50 },
  atMost: 'PT1H',
})
const order = (revenue: number) =>
  track('ada', 'Order Completed', { order_id: `o-${revenue}`, revenue })
const webhook = (url: string) =>
  step('call', 'call-webhook', { method: 'POST', url, headers: {}, body: '{}' })

const pauseUntilParked: Recording['meanwhile'] = async (world, flowId, run) => {
  await pauseFlow(world.scope, flowId)
  await run.closes()
}

/** What the runs of `enrolmentV1` go through, by the name of the file. */
const recordings: Record<string, Recording> = {
  'v1-two-waits': { steps: () => [wait('one', 2), wait('two', 2)] },
  'v1-woken-early': {
    steps: () => [largeOrder],
    meanwhile: async (world, _flowId, run) => {
      await run.reaches('TIMER_STARTED', 1)
      await send(world, order(10))
      await run.reaches('TIMER_STARTED', 2)
      await send(world, order(60))
    },
  },
  'v1-outside-call': { steps: (url) => [webhook(url), wait('one', 1)] },
  'v1-parked-by-a-pause': { steps: () => [wait('one', 2)], meanwhile: pauseUntilParked },
  'v1-woken-after-a-pause': {
    steps: () => [wait('one', 2)],
    keepsSecond: true,
    meanwhile: async (world, flowId, run) => {
      await pauseUntilParked(world, flowId, run)
      await resumeFlow(world.scope, flowId, { mode: 'now', over: 'PT1H' })
    },
  },
  'v1-database-away': {
    steps: () => [wait('one', 2)],
    meanwhile: async (world, _flowId, run) => {
      await asOwner(world, 'revoke select on enrolments from relance_app')
      await run.reaches('TIMER_STARTED', 2)
      await asOwner(world, 'grant select on enrolments to relance_app')
    },
  },
}

/** Records the runs that `folder` has no history of yet, each in an engine of its own on the real clock. */
export async function recordHistories(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, recording] of Object.entries(recordings)) {
    const file = `${folder}/${name}.json`
    if (existsSync(file)) continue
    const history = await record(recording)
    await writeFile(file, `${JSON.stringify(history, null, 2)}\n`)
  }
}

async function record({ steps, meanwhile, keepsSecond }: Recording): Promise<unknown> {
  const called = await listenLocally()
  const world = await startWorld()
  const { TEMPORAL_ADDRESS, TEMPORAL_TASK_QUEUE } = workerEnv(world.databaseUrl, world.sink.url)
  const connection = await Connection.connect({ address: TEMPORAL_ADDRESS })
  try {
    const client = new Client({ connection })
    await allowPrivateCalls(world)
    const flowId = await publish(world, { graph: straight(steps(called.url)) })
    await send(world, identify('ada'), track('ada', 'Signed Up'))
    const enrolmentId = await until(() => onlyEnrolment(world))
    const first = await until(() => latestRun(client, enrolmentId))
    await meanwhile?.(world, flowId, watch(client, enrolmentId, first))
    const kept = keepsSecond
      ? await until(() => latestRun(client, enrolmentId, { except: first }))
      : first
    const handle = client.workflow.getHandle(enrolmentId, kept)
    await handle.result()
    const json: unknown = JSON.parse(historyToJSON(await handle.fetchHistory()))
    return scrubHistory(json, TEMPORAL_TASK_QUEUE)
  } finally {
    await connection.close()
    await world.close()
    await called.close()
  }
}

/** A sign-up, then the steps one behind the other by each one's first exit; other exits lead to the same end. */
function straight(steps: Graph['nodes']): Graph {
  const start = step('start', 'on-event', { event: 'Signed Up' })
  const end = step('end', 'end', { as: 'exit', reason: 'done' })
  const exits: Record<string, string[]> = {
    'on-event': ['entered'],
    'wait-duration': ['done'],
    'wait-event': ['happened', 'timed-out'],
    'call-webhook': ['ok', 'failed'],
  }
  const nodes = [start, ...steps, end]
  const edges = nodes.flatMap(({ id, type }, i) =>
    (exits[type] ?? []).map((exit) => ({ from: id, exit, to: nodes[i + 1]?.id ?? 'end' })),
  )
  return { nodes, edges }
}

function watch(client: Client, enrolmentId: string, runId: string): FirstRun {
  const handle = client.workflow.getHandle(enrolmentId, runId)
  const count = async (type: string) => {
    const { events = [] } = JSON.parse(historyToJSON(await handle.fetchHistory()))
    return events.filter((event: { eventType: string }) => event.eventType.endsWith(type)).length
  }
  return {
    reaches: (type, times) => until(async () => (await count(type)) >= times || undefined),
    closes: () => handle.result(),
  }
}

async function latestRun(
  client: Client,
  enrolmentId: string,
  { except }: { except?: string } = {},
): Promise<string | undefined> {
  try {
    const { runId } = await client.workflow.getHandle(enrolmentId).describe()
    return runId === except ? undefined : runId
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined
    throw error
  }
}

const onlyEnrolment = ({ scope }: World): Promise<string | undefined> =>
  inTransaction(scope, async ({ sql }) => {
    const [row] = await sql<{ id: string }[]>`select id from enrolments`
    return row?.id
  })

const allowPrivateCalls = ({ scope }: World) =>
  inTransaction(
    scope,
    ({ sql, workspaceId }) =>
      sql`update workspaces set settings = settings || '{"allowPrivateWebhooks": true}' where id = ${workspaceId}`,
  )

/** As the schema's owner, whom the pool's connections really are. */
const asOwner = ({ sql }: World, statement: string) =>
  sql.begin(async (tx) => {
    await tx`set local role none`
    await tx.unsafe(statement)
  })

/** Looks every 50 ms until there is an answer; half a minute without one is a failure. */
async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  const started = performance.now()
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (performance.now() - started > 30_000) throw new Error('What was to be recorded never came.')
    await new Promise((resume) => setTimeout(resume, 50))
  }
}
