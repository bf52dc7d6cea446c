import { createRoute, z } from '@hono/zod-openapi'
import { getFlow } from '@relance/db/flow/get-flow'
import { listSendingPeople, sendingFigures } from '@relance/db/sending/list-sending-people'
import { needs } from '../auth/permissions'
import { flowParams } from '../flows/flow-schemas'
import { routes } from '../http/routes'
import { answer, pageQuery, uuid } from '../http/schemas'
import { countedPage } from '../reports/counted-page'

const route = createRoute({
  method: 'get',
  path: '/flows/{flowId}/sendings/people',
  tags: ['Sendings'],
  summary: 'The people behind a figure of a sending',
  middleware: needs('see', 'contact'),
  request: {
    params: flowParams,
    query: pageQuery.extend({
      sendingId: uuid.optional().openapi({ description: 'Left out: the latest sending' }),
      figure: z.enum(sendingFigures).default('sent').openapi({
        description:
          '`toCome`: in the queue of entries, and whoever of the audience, as it is now, is still to be handed over',
      }),
      reason: z.string().max(40).optional().openapi({ description: 'Of `refused`: for this one' }),
    }),
  },
  responses: { 200: answer(countedPage, 'The latest first; `count` equals the figure') },
})

export const sendingPeopleRoute = routes().openapi(route, async (c) => {
  const { cursor, limit, ...asked } = c.req.valid('query')
  const { id: flowId } = await getFlow(c.get('scope'), c.req.valid('param').flowId)
  const people = await listSendingPeople(c.get('scope'), { flowId, ...asked }, { cursor, limit })
  return c.json(people, 200)
})
