import { newId } from '@relance/core/id/ids'
import { createMiddleware } from 'hono/factory'
import type { AppEnv, Services } from './context'
import { readerLanguage } from './reader-language'

/** Gives each request its id, its log and its language; says in the log how it ended. */
export const requestStart = (services: Services) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const requestId = newId()
    const log = services.log.child({ requestId })
    c.set('services', services)
    c.set('requestId', requestId)
    c.set('log', log)
    c.set('language', readerLanguage(c.req.header('accept-language')) ?? 'en')
    c.header('x-request-id', requestId)
    const startedAt = performance.now()
    await next()
    const workspaceId = c.get('scope')?.workspaceId
    // The route's pattern, not the address: an address may carry somebody's id or a token.
    const took = {
      ms: Math.round(performance.now() - startedAt),
      status: c.res.status,
      workspaceId,
    }
    log.debug({ method: c.req.method, route: c.req.routePath, ...took }, 'request')
  })
