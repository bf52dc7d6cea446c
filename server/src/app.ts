import { OpenAPIHono } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import { bodyLimit } from 'hono/body-limit'
import { api } from './api'
import { authenticate } from './auth/authenticate'
import { signIn } from './auth/sign-in'
import { docsPage } from './docs/docs-page'
import { openApiDocument } from './docs/openapi-document'
import { draftSocket } from './draft-room/draft-socket'
import { healthRoute } from './health/health'
import type { AppEnv, Services } from './http/context'
import { onError, onNotFound } from './http/on-error'
import { requestStart } from './http/request-start'
import { publicImage } from './images/public-image'
import { metricsRoute } from './metrics/metrics'
import { providerReports } from './provider-reports/provider-reports'
import { sampleShop } from './sample/sample-shop'
import { segment } from './segment/segment'
import { siteScript } from './site-script/site-script'
import { staticFiles } from './static/static-files'
import { track } from './track/track'
import { unsubscribe } from './track/unsubscribe'

const BODY_BYTES = 2 * 1024 * 1024

const limit = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new AppError('too-large', 'The request is too large.')
    },
  })

/** The whole server as one app: `serve` it, or ask it with `app.request` in tests. */
export function createApp(services: Services): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>()
  app.onError(onError)
  app.notFound(onNotFound)
  app.use(requestStart(services))
  app.route('/', healthRoute)
  app.route('/', metricsRoute)
  app.route('/', segment)
  app.route('/', track).route('/', unsubscribe)
  app.route('/', publicImage)
  app.route('/', providerReports)
  app.route('/', sampleShop)
  app.route('/', siteScript)
  // Files say themselves when they are too long, while they come in.
  app.use('/api/*', async (c, next) =>
    /^\/api\/(imports(\/|$)|images$)/.test(c.req.path) ? next() : limit(BODY_BYTES)(c, next),
  )
  app.route('/', signIn)
  app.get('/api/openapi.json', (c) => c.json(openApiDocument(app, services.url)))
  app.get('/api/docs', (c) => c.html(docsPage(openApiDocument(app, services.url))))
  app.use('/api/*', authenticate)
  app.route('/api', draftSocket)
  app.route('/api', api)
  app.route('/', staticFiles)
  return app
}
