import { createRoute, z } from '@hono/zod-openapi'
import { word } from '@relance/core/id/ids'
import { endEnrolment } from '@relance/db/enrolment/end-enrolment'
import { moveEnrolment } from '@relance/db/enrolment/move-enrolment'
import { retryEnrolment } from '@relance/db/enrolment/retry-enrolment'
import { skipEnrolment } from '@relance/db/enrolment/skip-enrolment'
import { getEnrolment } from '@relance/db/stats/list-enrolments'
import type { Context } from 'hono'
import { needs } from '../auth/permissions'
import type { AppEnv } from '../http/context'
import { routes } from '../http/routes'
import { answer, body, uuid } from '../http/schemas'
import { enrolment } from './enrolment-schema'
import { withError } from './stopped-by'

const tags = ['Enrolments']
const params = z.object({ enrolmentId: uuid })
const reason = z.string().trim().min(1).max(500)
const responses = { 200: answer(enrolment, 'Where this person stands now') }
const middleware = needs('publish', 'enrolment')

const one = createRoute({
  method: 'get',
  path: '/enrolments/{enrolmentId}',
  tags,
  summary: 'One person in one scenario',
  middleware: needs('see', 'enrolment'),
  request: { params },
  responses,
})

const retry = createRoute({
  method: 'post',
  path: '/enrolments/{enrolmentId}/retry',
  tags,
  summary: 'Run the step again that stopped this person',
  middleware,
  request: { params },
  responses,
})

const skip = createRoute({
  method: 'post',
  path: '/enrolments/{enrolmentId}/skip',
  tags,
  summary: 'Go on behind the step, by one of its exits (the first by default)',
  middleware,
  request: { params, body: body(z.object({ exit: word.optional(), reason: reason.optional() })) },
  responses,
})

const end = createRoute({
  method: 'post',
  path: '/enrolments/{enrolmentId}/end',
  tags,
  summary: 'Take this person out, with a reason their history keeps',
  middleware,
  request: { params, body: body(z.object({ reason })) },
  responses,
})

const move = createRoute({
  method: 'post',
  path: '/enrolments/{enrolmentId}/move',
  tags,
  summary:
    'Let this person go on from another step of their version, with a reason their history keeps',
  middleware,
  request: { params, body: body(z.object({ nodeId: word, reason })) },
  responses,
})

const found = async (c: Context<AppEnv>, enrolmentId: string) =>
  withError(await getEnrolment(c.get('scope'), enrolmentId), c.get('language'))

export const enrolmentRoutes = routes()
  .openapi(one, async (c) => c.json(await found(c, c.req.valid('param').enrolmentId), 200))
  .openapi(retry, async (c) => {
    const { enrolmentId } = c.req.valid('param')
    await getEnrolment(c.get('scope'), enrolmentId)
    await retryEnrolment(c.get('scope'), enrolmentId)
    return c.json(await found(c, enrolmentId), 200)
  })
  .openapi(skip, async (c) => {
    const { enrolmentId } = c.req.valid('param')
    await getEnrolment(c.get('scope'), enrolmentId)
    await skipEnrolment(c.get('scope'), enrolmentId, c.req.valid('json'))
    return c.json(await found(c, enrolmentId), 200)
  })
  .openapi(move, async (c) => {
    const { enrolmentId } = c.req.valid('param')
    await getEnrolment(c.get('scope'), enrolmentId)
    await moveEnrolment(c.get('scope'), enrolmentId, c.req.valid('json'))
    return c.json(await found(c, enrolmentId), 200)
  })
  .openapi(end, async (c) => {
    const { enrolmentId } = c.req.valid('param')
    await getEnrolment(c.get('scope'), enrolmentId)
    await endEnrolment(c.get('scope'), enrolmentId, c.req.valid('json').reason)
    return c.json(await found(c, enrolmentId), 200)
  })
