import { createRoute, z } from '@hono/zod-openapi'
import { spread } from '@relance/core/sending/spread'
import { getClock } from '@relance/db/clock/workspace-clock'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { countEntered } from '@relance/db/flow/count-entered'
import { countEntering } from '@relance/db/flow/count-entering'
import { getDraft } from '@relance/db/flow/get-draft'
import { getFlow } from '@relance/db/flow/get-flow'
import { getPlan } from '@relance/db/flow/live-flows'
import { peopleByNode } from '@relance/db/flow/people-by-node'
import { publishFlow } from '@relance/db/flow/publish-flow'
import { listChecks } from '@relance/db/saved-check/list-checks'
import { scheduleStart } from '@relance/db/scheduled-act/schedule-start'
import { neededApprovals } from '@relance/db/sending/approvals'
import { runChecks } from '@relance/workflows/checks/run-checks'
import { compileDraft, planOrThrow } from '@relance/workflows/compile/compile-draft'
import { rehearsingEngine } from '@relance/workflows/rehearse/rehearsing-engine'
import { confirmedCheck } from '@relance/workflows/scheduled/confirmed-checks'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, instant, instantIn } from '../http/schemas'
import { passChecks } from '../try/pass-checks'
import { changedMails } from './changed-mails'
import { firstMessageAt } from './first-message-at'
import { flowParams, note, problem } from './flow-schemas'
import { type NewEnds, newEnds } from './new-ends'
import { surroundings } from './surroundings'

const tags = ['Flows']
const ends = z
  .object({ first: z.iso.datetime(), last: z.iso.datetime(), atOnce: z.int() })
  .openapi({
    description:
      'When the waits of those who move would end, first and last, and how many would go on at once; null where each end hangs on what a person did',
  })

/** Who stands at a step now, and what a move would make of their wait. */
interface Row {
  nodeId: string
  people: number
  kept: boolean
  ends: NewEnds | null
}

const preview = createRoute({
  method: 'get',
  path: '/flows/{flowId}/publish-preview',
  tags,
  summary: 'What publishing would mean: people inside, people past the line already, problems',
  middleware: needs('see', 'flow'),
  request: { params: flowParams },
  responses: {
    200: answer(
      z.object({
        revision: z.int(),
        next: z.int(),
        live: z.int().nullable(),
        inside: z.int(),
        byNode: z.array(
          z.object({
            nodeId: z.string(),
            people: z.int(),
            kept: z.boolean(),
            ends: ends.nullable(),
          }),
        ),
        alreadyPast: z.int().nullable(),
        entered: z.object({ people: z.int(), days: z.int() }).nullable().openapi({
          description:
            'Who entered over the last 30 days, or over those since it was first published; null before its first day is over',
        }),
        mails: z.array(z.object({ templateId: z.string(), live: z.int(), next: z.int() })).openapi({
          description:
            'Mails of the live version that were saved anew since: which version is live, which would be',
        }),
        firstMessageAt: z.iso.datetime().nullable().openapi({
          description:
            'When somebody who enters now would get the first message at the earliest, by lengths of time alone; null where that hangs on an event or a date',
        }),
        problems: z.array(problem),
      }),
      'revision is the draft it speaks of; alreadyPast is null where the trigger draws no line',
    ),
  },
})

const publish = createRoute({
  method: 'post',
  path: '/flows/{flowId}/publish',
  tags,
  summary:
    'Freeze the draft as the next version and make it live; 409 with `problems` while one must be fixed',
  description:
    'What is sent to an audience at a set time needs both approvals first; without, 409 with `reason: "not-approved"` and what is `missing`.',
  middleware: needs('publish', 'flow'),
  request: {
    params: flowParams,
    body: body(
      z.object({
        people: z.enum(['finish', 'move', 'leave']),
        revision: z.int().optional().openapi({
          description: 'The draft that was looked at; 409 when it is no longer the current one',
        }),
        alsoPast: z.boolean().optional(),
        note: note.optional().openapi({ description: 'Said of the version, for its list' }),
        targets: z.record(z.string(), z.string()).optional(),
        spread: spread.optional().openapi({
          description:
            'With `people: "move"`: whole hours, `PT1H` to `PT72H`, over which those go on evenly whose wait is over by the new version (`ends.atOnce` of the preview); left out: they go on at once',
        }),
        startAt: instantIn.optional().openapi({
          description:
            'Keep the draft as it is now and let it go live then, of the workspace’s clock, by itself: 202. Checked now as publishing is, and again then, saved checks included: where one fails then that does not fail now, nothing changes. Replaces what was scheduled',
        }),
        evenIfChecksFail: z.boolean().default(false).openapi({
          description:
            'Publish although saved checks do not pass; else 409 with `reason: "checks-fail"` and the `checks` at fault',
        }),
      }),
    ),
  },
  responses: {
    200: answer(
      z.object({ version: z.int(), entered: z.int() }),
      'The version now live, and who enters with it',
    ),
    202: answer(z.object({ startAt: instant }), 'Kept, to go live then'),
  },
})

export const publishRoutes = routes()
  .openapi(preview, async (c) => {
    const { flowId } = c.req.valid('param')
    const language = c.get('language')
    const around = surroundings(c.get('services'))
    const found = await inTransaction(c.get('scope'), async (tx) => {
      const [flow, draft] = [await getFlow(tx, flowId), await getDraft(tx, flowId)]
      const { plan, problems } = await compileDraft(tx, draft, language, around)
      const kept = new Set(draft.graph.nodes.map(({ id }) => id))
      const byNode: Row[] = []
      for (const at of await peopleByNode(tx, flowId)) {
        const { nodeId, people } = at
        const moved = plan && (await newEnds(tx, plan, at))
        byNode.push({ nodeId, people, kept: kept.has(nodeId), ends: moved })
      }
      const live = flow.version === null ? undefined : await getPlan(tx, flowId, flow.version)
      const { now, timeZone } = await getClock(tx)
      const firstAt = plan && firstMessageAt(plan, now, plan.settings.timeZone ?? timeZone)
      const alreadyPast = plan && (await countEntering(tx, plan))
      return {
        revision: draft.revision,
        next: flow.latest + 1,
        live: flow.version,
        inside: flow.inside,
        byNode,
        alreadyPast,
        entered: await countEntered(tx, flowId),
        mails: live && plan ? changedMails(live, plan) : [],
        firstMessageAt: firstAt?.toISOString() ?? null,
        problems,
      }
    })
    return c.json(found, 200)
  })
  .openapi(publish, async (c) => {
    const scope = c.get('scope')
    const around = surroundings(c.get('services'))
    const { revision, evenIfChecksFail, startAt, ...choices } = c.req.valid('json')
    const current = await getDraft(scope, c.req.valid('param').flowId)
    const draft = { ...current, revision: revision ?? current.revision }
    const plan = planOrThrow(await compileDraft(scope, current, c.get('language'), around))
    const engine = rehearsingEngine(scope.sql, c.get('log'))
    const outcomes =
      evenIfChecksFail && !startAt
        ? []
        : await runChecks({ engine, scope, plan }, await listChecks(scope, draft.flowId))
    if (!evenIfChecksFail) await passChecks(scope, outcomes, c.get('language'))
    const request = { draft, plan, by: scope.actor, needs: neededApprovals(plan), ...choices }
    if (startAt) {
      const checks = outcomes.map(confirmedCheck)
      await scheduleStart(scope, { ...request, ...around, at: startAt, checks })
      return c.json({ startAt }, 202)
    }
    return c.json(await publishFlow(scope, request), 200)
  })
