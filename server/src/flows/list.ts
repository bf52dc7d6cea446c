import { createRoute, z } from '@hono/zod-openapi'
import { flowStatuses } from '@relance/core/graph/draft'
import { listFlows } from '@relance/db/flow/list-flows'
import { listSegmentNames } from '@relance/db/segment/list-segment-names'
import { getWorkspace } from '@relance/db/workspace/get-workspace'
import { compileDraft } from '@relance/workflows/compile/compile-draft'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, instant, pageOf, pageQuery, uuid } from '../http/schemas'
import { flow, scheduled } from './flow-schemas'
import { surroundings } from './surroundings'
import { triggerOf, triggerSummary } from './trigger-summary'

const listed = z
  .object({
    id: uuid,
    name: z.string(),
    status: z.enum(flowStatuses),
    version: z.int().nullable(),
    hasChanges: z.boolean(),
    triggerSummary: z.string().nullable(),
    triggerType: z.string().nullable(),
    inside: z.int(),
    entered: z.int(),
    converted: z.int(),
    attention: z.int(),
    editedAt: instant,
    problems: z.int(),
    scheduled,
    sending: flow.shape.sending,
    isCancelled: z.boolean(),
  })
  .openapi('ListedFlow')

const route = createRoute({
  method: 'get',
  path: '/flows',
  tags: ['Flows'],
  summary: 'Scenarios with their figures; entered and converted over 30 days',
  middleware: needs('see', 'flow'),
  request: { query: pageQuery },
  responses: { 200: answer(pageOf(listed), 'Newest first') },
})

export const listFlowsRoute = routes().openapi(route, async (c) => {
  const [scope, language] = [c.get('scope'), c.get('language')]
  const { items, next } = await listFlows(scope, c.req.valid('query'))
  const around = { ...surroundings(c.get('services')), fixesOnly: true }
  const segments = await listSegmentNames(scope)
  const { timeZone } = await getWorkspace(scope)
  const flows = []
  for (const { draft, ...figures } of items) {
    const { problems } = await compileDraft(scope, draft, language, around)
    flows.push({
      ...figures,
      triggerSummary: triggerSummary(
        ...([draft.graph, language, segments, draft.settings.timeZone ?? timeZone] as const),
      ),
      triggerType: triggerOf(draft.graph)?.type ?? null,
      problems: problems.filter(({ severity }) => severity === 'fix').length,
    })
  }
  return c.json({ items: flows, next }, 200)
})
