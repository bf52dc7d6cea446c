import { createRoute, z } from '@hono/zod-openapi'
import { getDraft } from '@relance/db/flow/get-draft'
import { answerRequest } from '@relance/db/publish-request/answer-request'
import { askToPublish } from '@relance/db/publish-request/ask-to-publish'
import { latestRequest } from '@relance/db/publish-request/latest-request'
import { openRequests } from '@relance/db/publish-request/open-requests'
import { compileDraft, planOrThrow } from '@relance/workflows/compile/compile-draft'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, instant, uuid } from '../http/schemas'
import { flowParams, note } from './flow-schemas'
import { surroundings } from './surroundings'

const tags = ['Flows']
const path = '/flows/{flowId}/publish-request'

const request = z
  .object({
    ...{ id: uuid, flowId: uuid, flowName: z.string(), revision: z.int() },
    isCurrent: z.boolean().openapi({
      description:
        'Steps and rules are still those that were asked for; a moved card changes neither',
    }),
    ...{ note: z.string().nullable(), askedBy: z.string().nullable(), askedAt: instant },
    answer: z
      .enum(['published', 'declined', 'withdrawn'])
      .nullable()
      .openapi({ description: 'Null while it is open' }),
    ...{ answeredBy: z.string().nullable(), answeredAt: instant.nullable() },
    reason: z.string().nullable(),
  })
  .openapi('PublishRequestMade')
const latest = answer(
  z.object({ request: request.nullable() }),
  'The last request, open or answered; null where nobody ever asked',
)

const list = createRoute({
  method: 'get',
  path: '/publish-requests',
  tags,
  summary: 'Drafts that somebody asks to be published and nobody has answered',
  middleware: needs('see', 'flow'),
  responses: { 200: answer(z.object({ items: z.array(request) }), 'Newest first') },
})

const read = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'The last request to publish a scenario, and what became of it',
  middleware: needs('see', 'flow'),
  request: { params: flowParams },
  responses: { 200: latest },
})

const ask = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Ask publishers for the draft as it is; 409 with `problems` while one must be fixed',
  description: 'Asked again while one is open, that one is of the draft as it is now.',
  middleware: needs('draw', 'flow'),
  request: {
    params: flowParams,
    body: body(
      z.object({
        note: note.default(''),
        revision: z.int().optional().openapi({
          description: 'The draft that was looked at; 409 when it is no longer the current one',
        }),
      }),
    ),
  },
  responses: { 200: latest },
})

const withdraw = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Take the open request back',
  middleware: needs('draw', 'flow'),
  request: { params: flowParams },
  responses: { 200: latest },
})

const decline = createRoute({
  method: 'post',
  path: `${path}/decline`,
  tags,
  summary: 'Say why the draft is not published; whoever asked reads it',
  middleware: needs('publish', 'flow'),
  request: { params: flowParams, body: body(z.object({ reason: note.min(1) })) },
  responses: { 200: latest },
})

export const publishRequestRoutes = routes()
  .openapi(list, async (c) => c.json({ items: await openRequests(c.get('scope')) }, 200))
  .openapi(read, async (c) =>
    c.json({ request: await latestRequest(c.get('scope'), c.req.valid('param').flowId) }, 200),
  )
  .openapi(ask, async (c) => {
    const scope = c.get('scope')
    const { flowId } = c.req.valid('param')
    const { note: said, revision } = c.req.valid('json')
    const draft = await getDraft(scope, flowId)
    planOrThrow(
      await compileDraft(scope, draft, c.get('language'), surroundings(c.get('services'))),
    )
    await askToPublish(scope, flowId, { revision: revision ?? draft.revision, note: said })
    return c.json({ request: await latestRequest(scope, flowId) }, 200)
  })
  .openapi(withdraw, async (c) => {
    const { flowId } = c.req.valid('param')
    await answerRequest(c.get('scope'), flowId, { answer: 'withdrawn' })
    return c.json({ request: await latestRequest(c.get('scope'), flowId) }, 200)
  })
  .openapi(decline, async (c) => {
    const { flowId } = c.req.valid('param')
    const { reason } = c.req.valid('json')
    await answerRequest(c.get('scope'), flowId, { answer: 'declined', reason })
    return c.json({ request: await latestRequest(c.get('scope'), flowId) }, 200)
  })
