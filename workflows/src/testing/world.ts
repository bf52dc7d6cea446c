import { type SmtpSink, startSmtpSink } from '@relance/channels/testing/smtp-sink'
import type { Graph } from '@relance/core/graph/graph'
import { type FlowSettings, flowSettings } from '@relance/core/graph/settings'
import { newId } from '@relance/core/id/ids'
import { compilePlan } from '@relance/core/plan/compile-plan'
import { type PressureSettings, pressureSettings } from '@relance/core/pressure/pressure-settings'
import { advanceTestClock } from '@relance/db/clock/advance-test-clock'
import { connect, type Sql } from '@relance/db/connection/connect'
import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Scope } from '@relance/db/connection/scope'
import { ingestEvents } from '@relance/db/event/ingest-events'
import { type PublishRequest, publishFlow } from '@relance/db/flow/publish-flow'
import type { PeopleChoice } from '@relance/db/flow/settle-people'
import { listSegmentNames } from '@relance/db/segment/list-segment-names'
import { assertInvariants } from '@relance/db/testing/assert-invariants'
import { testDatabase } from '@relance/db/testing/test-database'
import { withoutLimits } from '@relance/db/testing/without-limits'
import { createWorkspace } from '@relance/db/workspace/create-workspace'
import { updateWorkspace } from '@relance/db/workspace/update-workspace'
import { definitions } from '@relance/nodes/definitions'
import pino from 'pino'
import type { WorkerEnv } from '../env'
import { type RunningWorker, startWorker } from '../start-worker'

/** A whole engine of a test's own: database, worker, mail server, and a workspace. */
export interface World {
  scope: Scope
  sql: Sql
  databaseUrl: string
  sink: SmtpSink
  /** A mail every test scenario may send. */
  templateId: string
  /** Where its worker takes in what comes back over SMTP. */
  smtpInPort(): number | null
  /** Stops the worker, as a deploy would. */
  stopWorker(): Promise<void>
  startWorker(): Promise<void>
  /** Stops and removes all of it. Throws when the engine has broken an invariant of the database. */
  close(): Promise<void>
}

/**
 * Starts one at `now`; without it, on the real clock. Needs the test stack: Postgres and Temporal.
 * @param mailServer how its mail server differs from one that takes everything
 * @param env what its worker is told besides
 */
export async function startWorld(
  now?: string,
  mailServer?: Parameters<typeof startSmtpSink>[0],
  env: Partial<WorkerEnv> = {},
): Promise<World> {
  const database = await testDatabase()
  const sink = await startSmtpSink(mailServer)
  const sql = connect(database.url)
  const organisationId = newId()
  await sql`insert into organisations (id, name) values (${organisationId}, 'Test')`
  const scope = await createWorkspace(sql, {
    organisationId,
    name: 'Test',
    clock: now === undefined ? undefined : { now: new Date(now) },
  })
  // Most stories are about something else, and write more than three mails a week.
  await withoutLimits(scope)
  const templateId = await createMail(scope)
  let worker: RunningWorker | undefined
  const world: World = {
    scope,
    sql,
    databaseUrl: database.url,
    sink,
    templateId,
    smtpInPort: () => worker?.smtpInPort ?? null,
    async startWorker() {
      worker = await startWorker(
        { ...workerEnv(database.url, sink.url), ...env },
        pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
      )
    },
    async stopWorker() {
      await worker?.stop()
      worker = undefined
    },
    async close() {
      try {
        await world.stopWorker()
        await assertInvariants(database.url)
      } finally {
        await sql.end()
        await sink.close()
        await database.drop()
      }
    },
  }
  await world.startWorker()
  return world
}

export function workerEnv(databaseUrl: string, smtpUrl: string) {
  const temporal = process.env.RELANCE_TEST_TEMPORAL_ADDRESS
  if (!temporal)
    throw new Error('RELANCE_TEST_TEMPORAL_ADDRESS is not set: run the tests from the root.')
  return {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporal,
    TEMPORAL_NAMESPACE: 'default',
    // A database of its own means a queue of its own: tests share one Temporal.
    TEMPORAL_TASK_QUEUE: new URL(databaseUrl).pathname.slice(1),
    SMTP_URL: smtpUrl,
    RELANCE_URL: 'http://localhost:3000',
    RELANCE_CACHED_RUNS: 100,
    METRICS_HOST: '127.0.0.1',
    RELANCE_SMTP_IN_HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
  }
}

const HELLO = {
  subject: 'Hello {{ contact.first_name }}',
  html: '<p>{{ offer.code }}</p>',
  text: 'Hello',
}

/** A mail to send, in English, as a shop would have written it. Its id. */
export async function createMail(scope: Scope, compiled = HELLO): Promise<string> {
  const id = newId()
  await inTransaction(scope, async ({ sql, workspaceId }) => {
    await sql`insert into mail_templates (workspace_id, id, name, sources, latest) values (${workspaceId}, ${id}, 'Hello', '{}', 1)`
    await sql`
      insert into mail_template_versions (workspace_id, template_id, version, language, compiled)
      values (${workspaceId}, ${id}, 1, 'en', ${JSON.stringify(compiled)})`
  })
  return id
}

/** As much of a world as a drawing needs. */
type Shop = Pick<World, 'scope' | 'templateId'>

interface Drawn {
  graph: Graph
  settings?: Partial<FlowSettings>
}

/** Draws a flow and publishes it. Its id. */
export async function publish(
  world: Shop,
  drawn: Drawn,
  how: { alsoPast?: boolean } = {},
): Promise<string> {
  const flowId = newId()
  await inTransaction(
    world.scope,
    ({ sql, workspaceId }) =>
      sql`insert into flows (workspace_id, id, name, graph, settings) values (${workspaceId}, ${flowId}, 'Test', '{}', '{}')`,
  )
  await publishAgain(world, flowId, drawn, 'finish', how)
  return flowId
}

/** Publishes a changed drawing of a flow. */
export async function publishAgain(
  world: Shop,
  flowId: string,
  { graph, settings }: Drawn,
  people: PeopleChoice,
  how: Pick<PublishRequest, 'alsoPast' | 'spread'> = {},
) {
  const facts = {
    name: 'Hello',
    version: 1,
    hasSubject: true,
    hasUnsubscribe: true,
    isEmpty: false,
    usedFields: [],
  }
  const draft = {
    flowId,
    revision: 0,
    graph,
    positions: {},
    settings: flowSettings.parse({ goal: 'none', ...settings }),
  }
  const segments = await listSegmentNames(world.scope)
  const compiled = compilePlan(
    draft,
    definitions,
    {
      templates: { [world.templateId]: facts },
      offers: {},
      segments: Object.fromEntries([...segments].map(([id, name]) => [id, { name }])),
      events: [],
      fields: ['trialEnds'],
      timeZone: 'Europe/Paris',
    },
    'en',
  )
  if (!compiled.plan) throw new Error(JSON.stringify(compiled.problems))
  return publishFlow(world.scope, { draft, plan: compiled.plan, people, ...how })
}

/** Puts the limits a new workspace has around the world’s, changed as given. */
export const limit = (world: Pick<World, 'scope'>, change: Partial<PressureSettings> = {}) =>
  updateWorkspace(world.scope, {
    pressure: { ...pressureSettings.parse({}), repeatHours: null, ...change },
  })

/** Events as the HTTP API hands them over. */
export async function send(
  world: Pick<World, 'scope'>,
  ...events: Parameters<typeof ingestEvents>[1]
): Promise<void> {
  const { refusals } = await ingestEvents(world.scope, events, { source: 'test' })
  if (refusals.length > 0) throw new Error(JSON.stringify(refusals))
}

export const advance = (world: Pick<World, 'scope'>, to: string) =>
  advanceTestClock(world.scope, new Date(to))

interface SentMail {
  nodeId: string
  state: string
  reason: string | null
  sentAt: Date | null
}

/** All messages of the workspace, oldest first. */
export const messages = (world: World): Promise<SentMail[]> =>
  inTransaction(
    world.scope,
    async ({ sql, workspaceId }) => sql<SentMail[]>`
    select node_id as "nodeId", state, reason, sent_at as "sentAt" from messages
    where workspace_id = ${workspaceId} order by queued_at, id`,
  )

/** The mails that went, each as its minute and its subject: `2026-03-02T09:00 Welcome`. */
export const sentSubjects = (world: World): Promise<string[]> =>
  inTransaction(world.scope, async ({ sql, workspaceId }) => {
    const rows = await sql<{ subject: string; sentAt: Date }[]>`
      select subject, sent_at as "sentAt" from messages
      where workspace_id = ${workspaceId} and sent_at is not null order by sent_at, id`
    return rows.map(({ subject, sentAt }) => `${sentAt.toISOString().slice(0, 16)} ${subject}`)
  })

interface Run {
  state: string
  nodeId: string
  version: number
  endReason: string | null
  endDetail: string | null
}

export const runs = (world: World): Promise<Run[]> =>
  inTransaction(
    world.scope,
    async ({ sql, workspaceId }) => sql<Run[]>`
    select state, node_id as "nodeId", version, end_reason as "endReason", end_detail as "endDetail" from enrolments
    where workspace_id = ${workspaceId} order by entered_at, id`,
  )
