import { createRoute, z } from '@hono/zod-openapi'
import { getFlow } from '@relance/db/flow/get-flow'
import { figureRange } from '@relance/db/stats/figure-range'
import { flowStats } from '@relance/db/stats/flow-stats'
import { enrolmentFilter, listEnrolments } from '@relance/db/stats/list-enrolments'
import { medianWaits } from '@relance/db/stats/median-waits'
import { needs } from '../auth/permissions'
import { enrolment } from '../enrolments/enrolment-schema'
import { withErrors } from '../enrolments/stopped-by'
import { routes } from '../http/routes'
import { answer, instant, pageOf, pageQuery } from '../http/schemas'
import { flowParams } from './flow-schemas'

const tags = ['Flows']
const n = z.int()
const nodeFigures = z.object({
  entered: n,
  waiting: n,
  held: n,
  heldBy: z.record(z.string(), n).openapi({
    description: 'How many of those held are so for which reason: cap, quiet-hours, paused …',
  }),
  retrying: z.object({ n, since: instant }).nullable().openapi({
    description: 'Messages the mail server has refused for now, and since when they wait',
  }),
  passed: n,
  left: n,
  converted: n,
  attention: n,
  exits: z.record(z.string(), n),
})

const stats = createRoute({
  method: 'get',
  path: '/flows/{flowId}/stats',
  tags,
  summary: 'Figures of each step; entered = waiting + passed + left',
  description:
    'Of all runs, of those on one `version` now, of those entered in the last `days`, or both. `/enrolments` takes the same two and lists the people behind each figure.',
  middleware: needs('see', 'flow'),
  request: { params: flowParams, query: figureRange },
  responses: {
    200: answer(
      z.object({ nodes: z.record(z.string(), nodeFigures), inside: n, entered: n, converted: n }),
      'All versions together, since the first, unless a range was asked for',
    ),
  },
})

const waits = createRoute({
  method: 'get',
  path: '/flows/{flowId}/waits',
  tags,
  summary: 'How long people waited at each step: the median, in seconds',
  middleware: needs('see', 'flow'),
  request: { params: flowParams },
  responses: {
    200: answer(
      z.object({ waits: z.record(z.string(), n) }),
      'Over the latest 5,000 people; steps where nobody has gone on yet are left out',
    ),
  },
})

const people = createRoute({
  method: 'get',
  path: '/flows/{flowId}/enrolments',
  tags,
  summary: 'The people of a scenario, or those behind a figure of a step',
  middleware: needs('see', 'enrolment'),
  request: { params: flowParams, query: pageQuery.extend(enrolmentFilter.shape) },
  responses: { 200: answer(pageOf(enrolment), 'Newest first') },
})

export const figureRoutes = routes()
  .openapi(stats, async (c) => {
    const { flowId } = c.req.valid('param')
    return c.json(await flowStats(c.get('scope'), flowId, c.req.valid('query')), 200)
  })
  .openapi(waits, async (c) =>
    c.json({ waits: await medianWaits(c.get('scope'), c.req.valid('param').flowId) }, 200),
  )
  .openapi(people, async (c) => {
    const { flowId } = c.req.valid('param')
    const { cursor, limit, ...filter } = c.req.valid('query')
    await getFlow(c.get('scope'), flowId)
    const page = await listEnrolments(c.get('scope'), { ...filter, flowId }, { cursor, limit })
    return c.json(withErrors(page, c.get('language')), 200)
  })
