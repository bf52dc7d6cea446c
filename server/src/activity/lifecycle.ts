import { createRoute, z } from '@hono/zod-openapi'
import { lifecycleStages, lifecycleSteps } from '@relance/core/activity/lifecycle'
import { readLifecycle } from '@relance/db/activity/read-lifecycle'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, instant, uuid } from '../http/schemas'

const route = createRoute({
  method: 'get',
  path: '/lifecycle',
  tags: ['Customers'],
  summary: 'From prospect to lost: people at each stage, moves of 30 days, live scenarios',
  middleware: needs('see', 'contact'),
  responses: {
    200: answer(
      z.object({
        asOf: instant,
        since: instant,
        stages: z.record(z.enum(lifecycleStages), z.int()),
        moves: z.record(z.enum([...lifecycleSteps, 'prospect', 'returned']), z.int()),
        flows: z.array(
          z.object({
            id: uuid,
            name: z.string(),
            inside: z.int(),
            steps: z.array(z.enum(lifecycleSteps)),
          }),
        ),
      }),
      'A move is counted by where it leads; `returned`: heard of again. A live scenario is on the steps it works on',
    ),
  },
})

export const lifecycleRoute = routes().openapi(route, async (c) =>
  c.json(await readLifecycle(c.get('scope')), 200),
)
