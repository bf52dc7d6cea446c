import { createRoute, z } from '@hono/zod-openapi'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { getFaultySend } from '@relance/db/faulty/get-faulty-send'
import { faultyFigures, listFaultyPeople } from '@relance/db/faulty/list-faulty-people'
import { peopleHit } from '@relance/db/faulty/people-hit'
import { getFlow } from '@relance/db/flow/get-flow'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, instant, pageQuery, uuid } from '../http/schemas'
import { countedPage } from '../reports/counted-page'
import { sendOf, span, stepParams } from './faulty-schemas'

const tags = ['Faulty sends']
const n = z.int().min(0)
const apology = z.object({
  id: z.string(),
  madeAt: instant,
  whom: z.enum(['repeated', 'everyone']),
  people: n,
  sent: n,
  leftOut: z.record(z.string(), n),
  namesLeftOut: z.boolean().openapi({ description: 'Of older apologies only how many is known' }),
  sentBy: z.string().openapi({ description: 'The scenario that says sorry' }),
})

const read = createRoute({
  method: 'get',
  path: '/flows/{flowId}/steps/{nodeId}/faulty-send',
  tags,
  summary: 'What a step sent in a span of time: whom it reached, and whom more than once',
  description:
    'Repeated: got one mail more than once within 24 hours. The last seven days where no span is given.',
  middleware: needs('see', 'message'),
  request: { params: stepParams, query: span },
  responses: {
    200: answer(
      z.object({
        mail: z.string().nullable().openapi({ description: 'Its name, or the last one’s' }),
        ...{ from: instant, to: instant, mails: n, hit: n, repeated: n },
        ...{ complained: n, unsubscribed: n, isPaused: z.boolean(), apologies: z.array(apology) },
      }),
      'Counts of people but for `mails`',
    ),
  },
})

const people = createRoute({
  method: 'get',
  path: '/flows/{flowId}/steps/{nodeId}/faulty-send/people',
  tags,
  summary: 'The people behind it, those who got the most first',
  middleware: needs('see', 'contact'),
  request: {
    params: stepParams,
    query: span.extend({ only: z.enum(['repeated']).optional() }),
  },
  responses: {
    200: answer(
      z.object({
        items: z.array(
          z.object({ contactId: z.string(), times: n, lastAt: instant, isRepeated: z.boolean() }),
        ),
      }),
      'All of them',
    ),
  },
})

const rows = createRoute({
  method: 'get',
  path: '/flows/{flowId}/steps/{nodeId}/faulty-send/rows',
  tags,
  summary: 'The people or mails behind a figure of a faulty send, or of an apology for it',
  middleware: needs('see', 'contact'),
  request: {
    params: stepParams,
    query: span.extend({
      ...pageQuery.shape,
      figure: z.enum(faultyFigures).default('hit').openapi({
        description: '`reached` and `leftOut`: of an apology to `whom` that would be made now',
      }),
      whom: z.enum(['repeated', 'everyone']).default('repeated'),
      apologyId: uuid.optional().openapi({ description: 'Of one that was made' }),
      reason: z.string().max(40).optional().openapi({ description: 'Left out for this one' }),
    }),
  },
  responses: { 200: answer(countedPage, 'The latest first; `count` equals the figure') },
})

export const faultySendRoutes = routes()
  .openapi(read, async (c) => {
    const scope = c.get('scope')
    const { flowId, nodeId } = c.req.valid('param')
    await getFlow(scope, flowId)
    const send = await sendOf(scope, { flowId, nodeId }, c.req.valid('query'))
    return c.json({ from: send.from, to: send.to, ...(await getFaultySend(scope, send)) }, 200)
  })
  .openapi(people, async (c) => {
    const scope = c.get('scope')
    const { only, ...period } = c.req.valid('query')
    const { flowId, nodeId } = c.req.valid('param')
    await getFlow(scope, flowId)
    const send = await sendOf(scope, { flowId, nodeId }, period)
    const all = await inTransaction(scope, (tx) => peopleHit(tx, send))
    return c.json({ items: only ? all.filter(({ isRepeated }) => isRepeated) : all }, 200)
  })
  .openapi(rows, async (c) => {
    const scope = c.get('scope')
    const { cursor, limit, from, to, ...asked } = c.req.valid('query')
    const { flowId, nodeId } = c.req.valid('param')
    await getFlow(scope, flowId)
    const send = await sendOf(scope, { flowId, nodeId }, { from, to })
    return c.json(await listFaultyPeople(scope, { ...send, ...asked }, { cursor, limit }), 200)
  })
