import { createRoute, z } from '@hono/zod-openapi'
import { rungs } from '@relance/core/activity/ladder'
import { countRungs } from '@relance/db/activity/count-rungs'
import { listLadderMoves } from '@relance/db/activity/list-ladder-moves'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, instant } from '../http/schemas'

const rung = z.enum(rungs)

const route = createRoute({
  method: 'get',
  path: '/activity',
  tags: ['Customers'],
  summary: 'How many people are active, at risk, dormant and lost, and who moved when',
  middleware: needs('see', 'contact'),
  request: { query: z.object({ days: z.coerce.number().int().min(1).max(400).default(30) }) },
  responses: {
    200: answer(
      z.object({
        asOf: instant,
        rungs: z.record(rung, z.int()),
        moves: z.array(
          z
            .object({ day: z.string(), from: rung, to: rung, people: z.int() })
            .openapi('LadderMove'),
        ),
      }),
      'Moves of the last `days` local days; a day without a move is left out',
    ),
  },
})

export const activityRoutes = routes().openapi(route, (c) =>
  inTransaction(c.get('scope'), async (tx) => {
    const moves = await listLadderMoves(tx, c.req.valid('query').days)
    return c.json({ ...(await countRungs(tx)), moves }, 200)
  }),
)
