import { AppError } from '@relance/core/error/app-error'
import { readIncomingEvent } from '@relance/db/event/incoming-event'
import { ingestBatch } from '@relance/db/event/ingest-batch'
import { ingestEvents } from '@relance/db/event/ingest-events'
import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import type { AppEnv } from '../http/context'
import { readBody } from './read-body'
import { recommendations } from './recommendations'
import { visitorsOf } from './visitors-of'
import { writeScope } from './write-scope'

const SOURCE = 'http'

/** One call of Segment's HTTP API: 200 once the event is durable. */
const single = (type: string) => async (c: Context<AppEnv>) => {
  const sent = await readBody(c)
  const scope = await writeScope(c, sent)
  const result = await ingestEvents(scope, [readIncomingEvent({ ...sent, type })], {
    source: SOURCE,
  })
  return c.json({ success: true, ...result })
}

/** Many at once: what can be taken is, and the answer says which were not. */
const batch = async (c: Context<AppEnv>) => {
  const sent = await readBody(c)
  const scope = await writeScope(c, sent)
  if (!Array.isArray(sent.batch))
    throw new AppError('invalid', 'batch: a list of events is missing.', { field: 'batch' })
  const envelope = { sentAt: sent.sentAt, context: sent.context }
  return c.json({
    success: true,
    ...(await ingestBatch(scope, sent.batch, {
      source: SOURCE,
      envelope,
      contactOf: await visitorsOf(scope, sent.batch),
    })),
  })
}

/** What analytics.js asks for before it begins: send everything here. */
const settings = (c: Context<AppEnv>) => {
  const apiHost = `${c.get('services').url.replace(/^https?:\/\//, '')}/v1`
  const protocol = c.get('services').url.startsWith('https') ? 'https' : 'http'
  return c.json({
    integrations: { 'Segment.io': { apiKey: c.req.param('writeKey'), apiHost, protocol } },
    plan: {},
  })
}

/** Segment's HTTP API, with the short addresses its browser client uses. */
export const segment = new Hono<AppEnv>()
  .use('/v1/*', cors({ origin: '*', allowMethods: ['GET', 'POST'], maxAge: 86_400 }))
  .post('/v1/identify', single('identify'))
  .post('/v1/i', single('identify'))
  .post('/v1/track', single('track'))
  .post('/v1/t', single('track'))
  .post('/v1/page', single('page'))
  .post('/v1/p', single('page'))
  .post('/v1/screen', single('screen'))
  .post('/v1/s', single('screen'))
  .post('/v1/alias', single('alias'))
  .post('/v1/a', single('alias'))
  .post('/v1/group', single('group'))
  .post('/v1/g', single('group'))
  .post('/v1/batch', batch)
  .post('/v1/b', batch)
  // analytics.js reports on itself here; nothing to keep.
  .post('/v1/m', (c) => c.json({ success: true }))
  .get('/v1/recommendations', recommendations)
  .get('/v1/projects/:writeKey/settings', settings)
