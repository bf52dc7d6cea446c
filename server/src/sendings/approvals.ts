import { createRoute, z } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import type { Plan } from '@relance/core/plan/plan'
import type { Rule } from '@relance/core/rule/rule'
import { approvalKinds } from '@relance/core/sending/approval-subjects'
import type { Language } from '@relance/core/words/language'
import { getClock } from '@relance/db/clock/workspace-clock'
import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Scope, Tx } from '@relance/db/connection/scope'
import { getDraft } from '@relance/db/flow/get-draft'
import { nameMails } from '@relance/db/mail-template/name-mails'
import { countMatching } from '@relance/db/rule/select-matching'
import { listSegmentNames } from '@relance/db/segment/list-segment-names'
import { approve, listApprovals, neededApprovals } from '@relance/db/sending/approvals'
import { compileDraft, planOrThrow } from '@relance/workflows/compile/compile-draft'
import { needs } from '../auth/permissions'
import { flowParams } from '../flows/flow-schemas'
import { triggerSummary } from '../flows/trigger-summary'
import { routes } from '../http/routes'
import { answer, body, instant, uuid } from '../http/schemas'

const tags = ['Sendings']
const approval = z.object({ at: instant, by: z.string().nullable() }).nullable()
const state = z
  .object({
    needed: z.boolean(),
    people: z.int().nullable().openapi({ description: 'How many the audience holds now' }),
    content: approval,
    target: approval,
    says: z.string().nullable().openapi({
      description:
        'When it goes, to whom and how fast, in the reader’s language; null where nothing starts it',
    }),
    at: instant.nullable().openapi({
      description:
        'When it goes, where it goes once. An instant that has passed: as soon as it is published',
    }),
    mails: z.array(z.object({ id: uuid, name: z.string() })).openapi({
      description: 'What is sent, in the order the mails were made',
    }),
  })
  .openapi('Approvals')
const response = answer(
  state,
  'Who approved the draft as it is now, and when; `by` is null for a script. Whoever changes steps, mails or audience needs another approval of it',
)

const read = createRoute({
  method: 'get',
  path: '/flows/{flowId}/approvals',
  tags,
  summary: 'Whether content and target of a sending to an audience are approved',
  middleware: needs('see', 'flow'),
  request: { params: flowParams },
  responses: { 200: response },
})

const give = createRoute({
  method: 'post',
  path: '/flows/{flowId}/approvals',
  tags,
  summary: 'Approve the content or the target of the draft as it is now; publishing needs both',
  description:
    'Only what is sent to an audience at a set time needs it. `revision`: the draft that was looked at; 409 when it has changed since.',
  middleware: needs('publish', 'flow'),
  request: {
    params: flowParams,
    body: body(z.object({ kind: z.enum(approvalKinds), revision: z.int().optional() })),
  },
  responses: { 200: response },
})

export const approvalRoutes = routes()
  .openapi(read, async (c) => {
    const { flowId } = c.req.valid('param')
    const draft = await getDraft(c.get('scope'), flowId)
    const { plan } = await compileDraft(c.get('scope'), draft, c.get('language'))
    return c.json(await stateOf(c.get('scope'), { flowId, plan, language: c.get('language') }), 200)
  })
  .openapi(give, async (c) => {
    const scope = c.get('scope')
    const { flowId } = c.req.valid('param')
    const { kind, revision } = c.req.valid('json')
    const language = c.get('language')
    const plan = await planOf(scope, flowId, revision, language)
    const needed = neededApprovals(plan)
    if (!needed) throw new AppError('conflict', 'Nothing of this scenario has to be approved.')
    await approve(scope, flowId, { kind, digest: needed[kind] })
    return c.json(await stateOf(scope, { flowId, plan, language }), 200)
  })

/** The draft’s plan. Throws AppError conflict where it has problems, or is no longer the one that was looked at. */
async function planOf(
  scope: Scope,
  flowId: string,
  revision: number | undefined,
  language: Language,
): Promise<Plan> {
  const draft = await getDraft(scope, flowId)
  if (revision !== undefined && revision !== draft.revision)
    throw new AppError('conflict', 'The draft has changed since you read it.')
  return planOrThrow(await compileDraft(scope, draft, language))
}

interface Looked {
  flowId: string
  plan: Plan | null
  language: Language
}

const nothing = { says: null, at: null, mails: [] }

const stateOf = (scope: Scope, { flowId, plan, language }: Looked) =>
  inTransaction(scope, async (tx) => {
    const needed = plan && neededApprovals(plan)
    if (!plan || !needed)
      return { needed: false, people: null, content: null, target: null, ...nothing }
    const given = await listApprovals(tx, flowId, needed)
    const of = (kind: string) => {
      const found = given.find((each) => each.kind === kind)
      return found ? { at: found.at, by: found.by } : null
    }
    return {
      ...{ needed: true, people: await countAudience(tx, plan) },
      ...{ content: of('content'), target: of('target') },
      ...(await lookOf(tx, plan, language)),
    }
  })

/** What there is to look at before one approves. */
async function lookOf(tx: Tx, { nodes, entry, settings, templates }: Plan, language: Language) {
  const trigger = nodes[entry]
  if (!trigger) return nothing
  const { timeZone } = await getClock(tx)
  const segments = await listSegmentNames(tx)
  const graph = { nodes: [{ ...trigger, id: entry }], edges: [] }
  const at = z.iso.datetime({ offset: true }).safeParse(trigger.config.at).data
  return {
    says: triggerSummary(graph, language, segments, settings.timeZone ?? timeZone),
    at: at && !trigger.config.rrule ? new Date(at) : null,
    mails: await nameMails(tx, Object.keys(templates)),
  }
}

async function countAudience(tx: Tx, plan: Plan): Promise<number> {
  const { now, timeZone } = await getClock(tx)
  const audience = (plan.nodes[plan.entry]?.config.audience as Rule | undefined) ?? { and: [] }
  return countMatching(tx, audience, { now, timeZone: plan.settings.timeZone ?? timeZone })
}
