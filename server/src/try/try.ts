import { createRoute, z } from '@hono/zod-openapi'
import { getFlow } from '@relance/db/flow/get-flow'
import { listEntered, listNotEntered } from '@relance/db/rehearsal/list-subjects'
import { needs } from '../auth/permissions'
import { flowParams } from '../flows/flow-schemas'
import { routes } from '../http/routes'
import { answer, body } from '../http/schemas'
import { rehearseDraft } from './rehearse-draft'
import { subject, triedPath, tryRequest } from './try-schemas'

const tags = ['Try']

const path = createRoute({
  method: 'post',
  path: '/flows/{flowId}/try',
  tags,
  summary:
    'The path one customer would take through the draft, on a clock of its own; nothing is sent, called or kept',
  middleware: needs('see', 'flow'),
  request: { params: flowParams, body: body(tryRequest) },
  responses: {
    200: answer(
      triedPath,
      'What the engine would do, step by step; 409 with `problems` where the draft cannot run yet',
    ),
  },
})

const people = createRoute({
  method: 'get',
  path: '/flows/{flowId}/try/people',
  tags,
  summary: 'Whom to try a scenario with: those who entered within a week, or those who did not',
  middleware: needs('see', 'contact'),
  request: {
    params: flowParams,
    query: z.object({ who: z.enum(['entered', 'not-entered']).default('entered') }),
  },
  responses: {
    200: answer(z.object({ items: z.array(subject) }), 'At most 20, the latest first'),
  },
})

export const tryRoutes = routes()
  .openapi(path, async (c) => {
    const asked = { scope: c.get('scope'), language: c.get('language'), log: c.get('log') }
    const { flowId } = c.req.valid('param')
    return c.json(await rehearseDraft(asked, flowId, c.req.valid('json')), 200)
  })
  .openapi(people, async (c) => {
    const scope = c.get('scope')
    const { id } = await getFlow(scope, c.req.valid('param').flowId)
    const list = c.req.valid('query').who === 'entered' ? listEntered : listNotEntered
    return c.json({ items: await list(scope, id) }, 200)
  })
