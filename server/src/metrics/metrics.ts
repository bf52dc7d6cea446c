import { createRoute, z } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import { isBearer } from '@relance/core/token/is-bearer'
import { isInfrastructure } from '@relance/db/connection/passing-error'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { routes } from '../http/routes'
import { engineMetrics } from './engine-metrics'

/** Of this process, whoever asks: memory, event loop, collections. */
const ownProcess = new Registry()
let isCollecting = false
function processMetrics(): Promise<string> {
  if (!isCollecting) collectDefaultMetrics({ register: ownProcess })
  isCollecting = true
  return ownProcess.metrics()
}

const route = createRoute({
  method: 'get',
  path: '/metrics',
  tags: ['Health'],
  summary: 'Figures for Prometheus, gathered when asked; needs METRICS_TOKEN where one is set',
  description:
    'Ages of queues, workers and this process, over all workspaces, without ids or addresses. What only a worker knows (lateness of timers, mails by result, bursts by outcome, nudges) it tells on its own METRICS_PORT.',
  responses: {
    200: {
      description: 'Prometheus’ text format',
      content: { 'text/plain': { schema: z.string() } },
    },
    401: { description: 'Not the token' },
  },
})

export const metricsRoute = routes().openapi(route, async (c) => {
  const { watch, metricsToken } = c.get('services')
  if (metricsToken !== null && !isBearer(c.req.header('authorization'), metricsToken))
    throw new AppError('unauthenticated', 'The token of /metrics is missing or wrong.')
  const seen = await watch.look().catch((error: unknown) => {
    if (!isInfrastructure(error)) throw error
    return null
  })
  const text = (await engineMetrics(seen)) + (await processMetrics())
  return c.text(text, 200, { 'content-type': ownProcess.contentType })
})
