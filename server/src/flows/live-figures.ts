import { createRoute, z } from '@hono/zod-openapi'
import { figureRange } from '@relance/db/stats/figure-range'
import { flowStats } from '@relance/db/stats/flow-stats'
import { streamSSE } from 'hono/streaming'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { uuid } from '../http/schemas'
import { flowParams } from './flow-schemas'

/** Between two looks, at least; and this many times what a look takes, so that a large scenario is not looked at all the time. */
const PAUSE_MS = 2_000
const PAUSE_TIMES = 10
/** A line that says nothing, so that what stands between keeps the connection open. */
const QUIET_MS = 15_000

const route = createRoute({
  method: 'get',
  path: '/flows/{flowId}/stats/live',
  tags: ['Flows'],
  summary: 'The figures of each step, at once and whenever they change, as server-sent events',
  description:
    'Events are named `stats`; their data is the answer of `/flows/{flowId}/stats`. A browser’s EventSource sets no headers: it names the workspace in the address.',
  middleware: needs('see', 'flow'),
  request: { params: flowParams, query: figureRange.extend({ workspace: uuid.optional() }) },
  responses: {
    200: {
      description: 'A stream that ends when whoever listens goes, or the server stops',
      content: { 'text/event-stream': { schema: z.string() } },
    },
  },
})

export const liveFiguresRoute = routes().openapi(route, async (c) => {
  const scope = c.get('scope')
  const { stopping } = c.get('services')
  const { flowId } = c.req.valid('param')
  const range = c.req.valid('query')
  // What cannot be seen is refused before anything is streamed.
  let figures = await flowStats(scope, flowId, range)
  return streamSSE(c, async (stream) => {
    const goes = () => !stream.aborted && !stopping?.aborted
    let told = ''
    let toldAt = Date.now()
    while (goes()) {
      const data = JSON.stringify(figures)
      if (data !== told) await stream.writeSSE({ event: 'stats', data })
      else if (Date.now() - toldAt > QUIET_MS) await stream.write(': \n\n')
      if (data !== told || Date.now() - toldAt > QUIET_MS) toldAt = Date.now()
      told = data
      const asked = Date.now()
      figures = await flowStats(scope, flowId, range)
      const pause = Math.max(PAUSE_MS, PAUSE_TIMES * (Date.now() - asked))
      for (const until = Date.now() + pause; goes() && Date.now() < until; )
        await stream.sleep(Math.min(500, pause))
    }
  })
})
