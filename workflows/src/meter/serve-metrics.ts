import { createServer } from 'node:http'
import { isBearer } from '@relance/core/token/is-bearer'
import { collectDefaultMetrics } from 'prom-client'
import type { WorkerEnv } from '../env'
import type { Meter } from './meter'

/** Where a worker's figures can be fetched until `close`. */
export interface MetricsPort {
  port: number
  close(): Promise<void>
}

/**
 * Serves `GET /metrics` of this worker on a port of its own, where METRICS_PORT names one; else undefined.
 * Rejects when the port cannot be had.
 */
export async function serveMetrics(
  env: Pick<WorkerEnv, 'METRICS_PORT' | 'METRICS_HOST' | 'METRICS_TOKEN'>,
  { registry }: Meter,
): Promise<MetricsPort | undefined> {
  const { METRICS_PORT, METRICS_HOST, METRICS_TOKEN } = env
  if (METRICS_PORT === undefined) return undefined
  collectDefaultMetrics({ register: registry })
  const server = createServer((request, response) => {
    if (request.url?.split('?')[0] !== '/metrics') return response.writeHead(404).end()
    if (METRICS_TOKEN && !isBearer(request.headers.authorization, METRICS_TOKEN))
      return response.writeHead(401, { 'www-authenticate': 'Bearer' }).end()
    return registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(METRICS_PORT, METRICS_HOST, resolve)
  })
  const at = server.address()
  return {
    port: typeof at === 'object' && at ? at.port : METRICS_PORT,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}
