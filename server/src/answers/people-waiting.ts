import { createRoute, z } from '@hono/zod-openapi'
import { countPeopleWaiting } from '@relance/db/answer/count-people-waiting'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, instant } from '../http/schemas'

const waiting = z.object({
  open: z.int(),
  since: instant.nullable().openapi({ description: 'Since when the first of them waits' }),
})

const route = createRoute({
  method: 'get',
  path: '/people-waiting',
  tags: ['Answers'],
  summary: 'How many customers wait for a person',
  middleware: needs('see', 'contact'),
  responses: {
    200: answer(
      z.object({
        answers: waiting.openapi({ description: 'They answered a mail' }),
        cases: waiting.openapi({ description: 'A faulty send put them into the queue' }),
      }),
      'Counts',
    ),
  },
})

export const peopleWaitingRoute = routes().openapi(route, async (c) =>
  c.json(await countPeopleWaiting(c.get('scope')), 200),
)
