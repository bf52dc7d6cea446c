import { createRoute, z } from '@hono/zod-openapi'
import { closeCase } from '@relance/db/faulty/close-case'
import { listCases } from '@relance/db/faulty/list-cases'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, instant, nothing, pageOf, pageQuery, uuid } from '../http/schemas'

const tags = ['Faulty sends']

const supportCase = z
  .object({
    ...{ id: z.string(), flowId: z.string(), flowName: z.string(), nodeId: z.string() },
    contactId: z.string(),
    contact: z.string().nullable().openapi({ description: 'A name, an address or a number' }),
    ...{ openedAt: instant, doneAt: instant.nullable(), doneBy: z.string().nullable() },
    note: z.string().nullable().openapi({ description: 'What was agreed' }),
  })
  .openapi('SupportCase')

const list = createRoute({
  method: 'get',
  path: '/support-cases',
  tags,
  summary: 'Customers whom a person answers after a wrong price or a promise that binds',
  middleware: needs('see', 'contact'),
  request: {
    query: pageQuery.extend({
      state: z.enum(['open', 'done']).default('open'),
      flowId: uuid.optional(),
      nodeId: z.string().max(40).optional(),
    }),
  },
  responses: { 200: answer(pageOf(supportCase), 'Those who wait longest first') },
})

const done = createRoute({
  method: 'post',
  path: '/support-cases/{caseId}/done',
  tags,
  summary: 'Somebody has answered; what was agreed is kept',
  middleware: needs('draw', 'contact'),
  request: {
    params: z.object({ caseId: uuid }),
    body: body(z.object({ note: z.string().max(2000).default('') })),
  },
  responses: { 204: nothing('It is no longer in the queue') },
})

export const supportCaseRoutes = routes()
  .openapi(list, async (c) => c.json(await listCases(c.get('scope'), c.req.valid('query')), 200))
  .openapi(done, async (c) => {
    await closeCase(c.get('scope'), c.req.valid('param').caseId, c.req.valid('json').note)
    return c.body(null, 204)
  })
