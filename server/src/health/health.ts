import { connect } from 'node:net'
import { createRoute, z } from '@hono/zod-openapi'
import { isInfrastructure } from '@relance/db/connection/passing-error'
import { secondsSinceBeat } from '@relance/db/worker/worker-beat'
import { routes } from '../http/routes'
import { answer } from '../http/schemas'

const TEMPORAL_TIMEOUT_MS = 1000

/** Workers say that they live every three seconds; after this many, none does. */
const SILENT_AFTER_S = 15

const health = z.object({
  /** degraded: requests are served, but somebody waits for longer than they should. */
  status: z.enum(['up', 'degraded', 'down']),
  database: z.boolean(),
  /** Null where this server was told of no Temporal. */
  temporal: z.boolean().nullable(),
  /** Seconds since the worker heard from last said that it lives; null: none ever has. */
  workerBeatAge: z.number().nullable(),
})

const route = createRoute({
  method: 'get',
  path: '/health',
  tags: ['Health'],
  summary: 'Whether the server works, and what it stands on; needs no key',
  responses: {
    200: answer(
      health,
      'The server answers. up: all is well; degraded: Temporal is away or no worker was heard of for 15 s; down: the database is away',
    ),
  },
})

export const healthRoute = routes().openapi(route, async (c) => {
  const { sql, temporalAddress, log } = c.get('services')
  const reach = temporalAddress === null ? null : isReachable(temporalAddress)
  try {
    const [temporal, workerBeatAge] = await Promise.all([reach, secondsSinceBeat(sql)])
    const isWorked = workerBeatAge !== null && workerBeatAge <= SILENT_AFTER_S
    const status = isWorked && temporal !== false ? ('up' as const) : ('degraded' as const)
    return c.json({ status, database: true, temporal, workerBeatAge }, 200)
  } catch (error) {
    if (!isInfrastructure(error)) throw error
    log.warn({ err: error }, 'health: the database is away')
    const status = 'down' as const
    return c.json({ status, database: false, temporal: await reach, workerBeatAge: null }, 200)
  }
})

/** Whether something listens at `host:port`. */
const isReachable = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const [host = '', port = ''] = address.split(':')
    const socket = connect({ host, port: Number(port), timeout: TEMPORAL_TIMEOUT_MS })
    const settle = (reachable: boolean) => {
      socket.destroy()
      resolve(reachable)
    }
    socket.once('connect', () => settle(true))
    socket.once('timeout', () => settle(false))
    socket.once('error', () => settle(false))
  })
