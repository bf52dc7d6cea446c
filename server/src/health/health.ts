import { connect } from 'node:net'
import { createRoute, z } from '@hono/zod-openapi'
import { isInfrastructure } from '@relance/db/connection/passing-error'
import { secondsSinceBeat } from '@relance/db/worker/worker-beat'
import { routes } from '../http/routes'
import { answer } from '../http/schemas'

const TEMPORAL_TIMEOUT_MS = 1000

const health = z.object({
  status: z.enum(['up', 'down']),
  database: z.boolean(),
  /** Null where this server was told of no Temporal. */
  temporal: z.boolean().nullable(),
  /** Seconds since a worker last said that it lives; null: none ever has. */
  workerBeatAge: z.number().nullable(),
})

const route = createRoute({
  method: 'get',
  path: '/health',
  tags: ['Health'],
  summary: 'Whether the server works; needs no key',
  responses: {
    200: answer(health, 'Up: the database answers'),
    503: answer(health, 'The database is away'),
  },
})

export const healthRoute = routes().openapi(route, async (c) => {
  const { sql, temporalAddress, log } = c.get('services')
  const temporal = temporalAddress === null ? null : await isReachable(temporalAddress)
  try {
    return c.json(
      {
        status: 'up' as const,
        database: true,
        temporal,
        workerBeatAge: await secondsSinceBeat(sql),
      },
      200,
    )
  } catch (error) {
    if (!isInfrastructure(error)) throw error
    log.warn({ err: error }, 'health: the database is away')
    return c.json({ status: 'down' as const, database: false, temporal, workerBeatAge: null }, 503)
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
