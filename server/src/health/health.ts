import { createRoute, z } from '@hono/zod-openapi'
import { queueNames } from '@relance/core/words/queue-words'
import { isInfrastructure } from '@relance/db/connection/passing-error'
import { routes } from '../http/routes'
import { answer } from '../http/schemas'
import { isStarting, plainPart, queueParts, workerBeatAge, workerPart } from './health-parts'
import { isReachable } from './reach'

const health = z.object({
  /** degraded: requests are served, but somebody waits for longer than they should. */
  status: z.enum(['up', 'starting', 'degraded', 'down']),
  database: z.boolean(),
  /** Null where this server was told of no Temporal. */
  temporal: z.boolean().nullable(),
  /** Seconds since the worker heard from last said that it lives; null: none did in the last day. */
  workerBeatAge: z.number().nullable(),
  parts: z.array(
    z.object({
      name: z.enum(['database', 'temporal', 'worker', ...queueNames]),
      works: z.boolean(),
      /** How long a queue's oldest piece of work has waited. */
      oldestSeconds: z.number().optional(),
      says: z.string(),
    }),
  ),
})

const route = createRoute({
  method: 'get',
  path: '/health',
  tags: ['Health'],
  summary: 'Whether everything works, part by part; needs no key',
  description:
    'Also for monitors: 200 is green, 503 red. A queue is stuck when its oldest piece of work has not changed for one to three minutes. In the first minute after a start a missing worker is “starting”, not red.',
  responses: {
    200: answer(health, 'up: all is well; starting: the server is new and no worker is there yet'),
    503: answer(
      health,
      'degraded: Temporal is away, no worker was heard of for 15 s, or a queue does not move; down: the database is away',
    ),
  },
})

const live = createRoute({
  method: 'get',
  path: '/health/live',
  tags: ['Health'],
  summary: 'Whether the server itself answers, whatever it stands on; needs no key',
  responses: { 200: answer(z.object({ status: z.literal('live') }), 'It does') },
})

export const healthRoute = routes()
  .openapi(route, async (c) => {
    const { watch, temporalAddress, log } = c.get('services')
    const language = c.get('language')
    const reach = temporalAddress === null ? null : isReachable(temporalAddress)
    try {
      const [temporal, seen] = await Promise.all([reach, watch.look()])
      const parts = [
        plainPart('database', true, language),
        ...(temporal === null ? [] : [plainPart('temporal', temporal, language)]),
        workerPart(seen, watch.age, language),
        ...queueParts(seen, language),
      ]
      const told = { database: true, temporal, workerBeatAge: workerBeatAge(seen), parts }
      if (parts.some(({ works }) => !works)) return c.json({ status: 'degraded', ...told }, 503)
      const status = isStarting(seen, watch.age) ? 'starting' : 'up'
      return c.json({ status, ...told } as const, 200)
    } catch (error) {
      if (!isInfrastructure(error)) throw error
      log.warn({ err: error }, 'health: the database is away')
      const parts = [plainPart('database', false, language)]
      const temporal = await reach
      return c.json(
        { status: 'down', database: false, temporal, workerBeatAge: null, parts } as const,
        503,
      )
    }
  })
  .openapi(live, (c) => c.json({ status: 'live' } as const, 200))
