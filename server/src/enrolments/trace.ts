import { createRoute, z } from '@hono/zod-openapi'
import { traceWords } from '@relance/core/words/trace-words'
import { listTrace } from '@relance/db/timeline/list-trace'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, pageOf, pageQuery, uuid } from '../http/schemas'
import { traceEntry } from './enrolment-schema'
import { readerOf } from './trace-reader'

const route = createRoute({
  method: 'get',
  path: '/enrolments/{enrolmentId}/trace',
  tags: ['Enrolments'],
  summary: 'Every step this person took, and why, in the reader’s language',
  middleware: needs('see', 'enrolment'),
  request: { params: z.object({ enrolmentId: uuid }), query: pageQuery },
  responses: { 200: answer(pageOf(traceEntry), 'In the order it happened') },
})

export const traceRoute = routes().openapi(route, async (c) => {
  const scope = c.get('scope')
  const { items, next } = await listTrace(
    scope,
    c.req.valid('param').enrolmentId,
    c.req.valid('query'),
  )
  const reader = await readerOf(scope, c.get('language'))
  const worded = items.map((line) => ({ ...line, words: traceWords(line, reader) }))
  return c.json({ items: worded, next }, 200)
})
