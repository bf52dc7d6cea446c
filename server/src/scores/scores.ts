import { createRoute, z } from '@hono/zod-openapi'
import { getRebuild } from '@relance/db/score/get-rebuild'
import { getRfm } from '@relance/db/score/get-rfm'
import { listLatencies } from '@relance/db/score/list-latencies'
import { requestRebuild } from '@relance/db/score/request-rebuild'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, instant, uuid } from '../http/schemas'
import { latency, rfmReport } from './score-schema'

const tags = ['Scores']
const asOf = z.string().max(40).optional().openapi({
  description:
    'An instant, or a date: its midnight in the workspace’s zone. Only earlier orders count',
  example: '1998-07-01',
})

const rebuild = createRoute({
  method: 'post',
  path: '/scores/rebuild',
  tags,
  summary: 'Score everybody anew, as of now or of a date',
  middleware: needs('draw', 'score'),
  request: { body: { content: { 'application/json': { schema: z.object({ asOf }) } } } },
  responses: { 202: answer(z.object({ id: uuid }), 'Taken; ask for its progress') },
})

const progress = createRoute({
  method: 'get',
  path: '/scores/rebuild/{rebuildId}',
  tags,
  summary: 'How far a scoring has come',
  middleware: needs('see', 'score'),
  request: { params: z.object({ rebuildId: uuid }) },
  responses: {
    200: answer(
      z.object({
        id: uuid,
        state: z.enum(['queued', 'reading', 'done', 'failed']),
        asOf: instant,
        error: z.string().nullable(),
      }),
      'Its state',
    ),
  },
})

const rfm = createRoute({
  method: 'get',
  path: '/scores/rfm',
  tags,
  summary: 'Breakpoints, cells, concentration and the matrix of current against potential value',
  middleware: needs('see', 'score'),
  request: { query: z.object({ asOf }) },
  responses: {
    200: answer(
      rfmReport,
      'As the latest scoring found it, or as of a date, which changes nobody’s score',
    ),
  },
})

const latencies = createRoute({
  method: 'get',
  path: '/scores/latency',
  tags,
  summary: 'Days from each order to the next, over the customers who made both',
  middleware: needs('see', 'score'),
  responses: {
    200: answer(
      z.array(latency),
      'Rank 1 is from the first order to the second; p80 by nearest rank',
    ),
  },
})

export const scoreRoutes = routes()
  .openapi(rebuild, async (c) =>
    c.json(await requestRebuild(c.get('scope'), c.req.valid('json')), 202),
  )
  .openapi(progress, async (c) =>
    c.json(await getRebuild(c.get('scope'), c.req.valid('param').rebuildId), 200),
  )
  .openapi(rfm, async (c) => c.json(await getRfm(c.get('scope'), c.req.valid('query')), 200))
  .openapi(latencies, async (c) => c.json(await listLatencies(c.get('scope')), 200))
