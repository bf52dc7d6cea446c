import { AppError } from '@relance/core/error/app-error'
import { newId } from '@relance/core/id/ids'
import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Scope } from '@relance/db/connection/scope'
import { retryEnrolment } from '@relance/db/enrolment/retry-enrolment'
import { skipEnrolment } from '@relance/db/enrolment/skip-enrolment'
import { askErasure } from '@relance/db/erasure/ask-erasure'
import type { IncomingEvent } from '@relance/db/event/incoming-event'
import { ingestEvents } from '@relance/db/event/ingest-events'
import { pauseFlow } from '@relance/db/flow/pause-flow'
import { publishFlow } from '@relance/db/flow/publish-flow'
import { resumeFlow } from '@relance/db/flow/resume-flow'
import { stopFlow } from '@relance/db/flow/stop-flow'
import { updateWorkspace } from '@relance/db/workspace/update-workspace'
import { type Act, type Drawing, MAIL, SERVICE, type Story, type Told } from '../model/story'
import { draftOf, planOf } from './plan-of'
import { type Played, readOutcome } from './read-outcome'
import type { Yard } from './yard'

const MINUTE = 60_000

/** A story under way in a workspace of the engine. */
interface Stage {
  yard: Yard
  scope: Scope
  /** By scenario. */
  flowIds: string[]
  now: number
  /** What erased runs drew by: by enrolment. */
  erasedSeeds: Map<string, string>
}

/** Plays a story in a real engine, letting it settle after each act; what everybody got. */
export async function play(yard: Yard, story: Story): Promise<Played> {
  const scope = await yard.open(story.startsAt)
  const stage: Stage = {
    yard,
    scope,
    flowIds: story.flows.map(() => newId()),
    now: Date.parse(story.startsAt),
    erasedSeeds: new Map(),
  }
  await furnish(stage)
  if (story.most) await updateWorkspace(scope, { pressure: { emailMost: story.most } })
  for (const act of story.acts) {
    await ifPossible(() => perform(stage, story, act))
    await yard.advance(scope, new Date(stage.now))
  }
  return readOutcome(scope, stage.flowIds, stage.erasedSeeds)
}

/** A mail to send, scenarios to publish into, and leave to call a service next door. */
const furnish = ({ scope, flowIds }: Stage) =>
  inTransaction(scope, async ({ sql, workspaceId }) => {
    const compiled = JSON.stringify({ subject: 'Hello', html: '<p>Hello</p>', text: 'Hello' })
    await sql`update workspaces set settings = settings || '{"allowPrivateWebhooks": true}' where id = ${workspaceId}`
    await sql`
      insert into mail_templates (workspace_id, id, name, sources, latest)
      values (${workspaceId}, ${MAIL}, 'Hello', '{}', 1)`
    await sql`
      insert into mail_template_versions (workspace_id, template_id, version, language, compiled)
      values (${workspaceId}, ${MAIL}, 1, 'en', ${compiled})`
    await sql`
      insert into flows (workspace_id, id, name, graph, settings)
      select ${workspaceId}, id, 'Story', '{}', '{}' from unnest(${flowIds}::uuid[]) as id`
  })

/** What cannot be done at that moment changes nothing. */
async function ifPossible(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'conflict')) throw error
  }
}

async function perform(stage: Stage, story: Story, act: Act): Promise<unknown> {
  const { scope } = stage
  if (act.act === 'tell')
    return tell(
      scope,
      act.events.map((told) => incoming(told, stage.now)),
    )
  if (act.act === 'erase') return erase(stage, act.user)
  if (act.act === 'advance') {
    stage.now += act.minutes * MINUTE
    return
  }
  const flowId = stage.flowIds[act.flow]
  if (!flowId) return
  switch (act.act) {
    case 'publish': {
      const drawing = story.flows[act.flow]?.[act.drawing]
      return drawing && publish(stage, flowId, drawing, act)
    }
    case 'pause':
      return pauseFlow(scope, flowId)
    case 'resume':
      return resumeFlow(scope, flowId, { mode: act.mode, over: 'PT1H', laterThan: 'P2D' })
    case 'stop':
      return stopFlow(scope, flowId, act.people)
    case 'react':
      return react(stage, flowId, act)
    case 'retry':
      return forEachStuck(stage, flowId, (id) => retryEnrolment(scope, id))
    case 'skip':
      return forEachStuck(stage, flowId, (id) => skipEnrolment(scope, id))
  }
}

async function publish(
  { scope, yard }: Stage,
  flowId: string,
  drawing: Drawing,
  { people, alsoPast }: Extract<Act, { act: 'publish' }>,
): Promise<void> {
  const { url } = yard.service
  const text = JSON.stringify(drawing)
    .replaceAll(SERVICE.yes, url.yes)
    .replaceAll(SERVICE.no, url.no)
  const draft = draftOf(JSON.parse(text) as Drawing, flowId)
  const planned = planOf(draft)
  if ('faults' in planned) throw new Error(`This cannot be published: ${planned.faults.join(', ')}`)
  await publishFlow(scope, { draft, plan: planned.plan, people, alsoPast })
}

async function tell(scope: Scope, events: IncomingEvent[]): Promise<void> {
  const { refusals } = await ingestEvents(scope, events, { source: 'story' })
  if (refusals.length > 0) throw new Error(JSON.stringify(refusals))
}

const incoming = (told: Told, now: number): IncomingEvent => ({
  type: told.type,
  messageId: told.id,
  userId: told.user,
  anonymousId: told.cookie,
  previousId: told.previously ?? null,
  name: told.name,
  properties: told.properties,
  context: {},
  timestamp: told.minutesAgo === undefined ? null : new Date(now - told.minutesAgo * MINUTE),
  sentAt: null,
})

/** Has whoever is known by a name forgotten. What their runs drew by goes with them, and is remembered for the model. */
async function erase({ scope, erasedSeeds }: Stage, user: string): Promise<void> {
  const found = await inTransaction(scope, async ({ sql, workspaceId }) => {
    const runs = await sql<{ contactId: string; id: string | null; seed: string }[]>`
      select i.contact_id as "contactId", e.id, e.seed from identities i
      left join enrolments e on e.workspace_id = i.workspace_id and e.contact_id = i.contact_id
      where i.workspace_id = ${workspaceId} and i.kind = 'external' and i.value = ${user}`
    for (const { id, seed } of runs) if (id) erasedSeeds.set(id, seed)
    return runs[0]
  })
  if (found) await askErasure(scope, found.contactId)
}

/** As a signed link in the mail would tell it. */
async function react(
  { scope, now }: Stage,
  flowId: string,
  { name, user }: Extract<Act, { act: 'react' }>,
): Promise<void> {
  const [mail] = await inTransaction(
    scope,
    async ({ sql, workspaceId }) => sql<
      { id: string; nodeId: string; enrolmentId: string; contactId: string }[]
    >`
    select m.id, m.node_id as "nodeId", m.enrolment_id as "enrolmentId", m.contact_id as "contactId"
    from messages m join identities i on i.workspace_id = m.workspace_id and i.contact_id = m.contact_id
      and i.kind = 'external' and i.value = ${user}
    where m.workspace_id = ${workspaceId} and m.flow_id = ${flowId} and m.state = 'sent'
    order by m.sent_at desc, m.id desc limit 1`,
  )
  if (!mail) return
  const properties = {
    message_id: mail.id,
    flow_id: flowId,
    node_id: mail.nodeId,
    enrolment_id: mail.enrolmentId,
  }
  const told: Told = { id: newId(), type: 'track', name, user: null, cookie: null, properties }
  await tell(scope, [{ ...incoming(told, now), contactId: mail.contactId }])
}

async function forEachStuck(
  { scope }: Stage,
  flowId: string,
  work: (enrolmentId: string) => Promise<void>,
): Promise<void> {
  const stuck = await inTransaction(
    scope,
    async ({ sql, workspaceId }) => sql<{ id: string }[]>`
    select id from enrolments
    where workspace_id = ${workspaceId} and flow_id = ${flowId} and state = 'attention'`,
  )
  for (const { id } of stuck) await work(id)
}
