import { createRoute, z } from '@hono/zod-openapi'
import { getContact } from '@relance/db/contact/get-contact'
import { listTimeline, timelineKind, timelineKinds } from '@relance/db/timeline/list-timeline'
import { getWorkspace } from '@relance/db/workspace/get-workspace'
import { needs } from '../auth/permissions'
import { readerOf } from '../enrolments/trace-reader'
import { routes } from '../http/routes'
import { answer, instant, json, pageOf, pageQuery, uuid } from '../http/schemas'
import { timelineWords } from './timeline-words'

const kinds = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(timelineKind))
  .default([...timelineKinds])
  .openapi({ type: 'string', example: 'event,message,session,step' })

const item = z
  .object({
    id: uuid,
    at: instant,
    kind: timelineKind,
    icon: z.string(),
    title: z.string(),
    detail: z.string().nullable(),
  })
  .and(json)
  .openapi('TimelineItem')

const route = createRoute({
  method: 'get',
  path: '/contacts/{contactId}/timeline',
  tags: ['Contacts'],
  summary:
    'What happened to a contact, in the reader’s language; each item carries its source’s own fields',
  middleware: needs('see', 'contact'),
  request: { params: z.object({ contactId: uuid }), query: pageQuery.extend({ kinds }) },
  responses: { 200: answer(pageOf(item), 'Newest first') },
})

export const timelineRoute = routes().openapi(route, async (c) => {
  const scope = c.get('scope')
  const { kinds: wanted, cursor, limit } = c.req.valid('query')
  const { id: contactId } = await getContact(scope, c.req.valid('param').contactId)
  const { items, next } = await listTimeline(scope, contactId, wanted, { cursor, limit })
  const reader = await readerOf(scope, c.get('language'))
  const { currency } = await getWorkspace(scope)
  const worded = items.map((entry) => {
    const { id, at, kind, source } = entry
    return { ...source, id, at, kind, ...timelineWords(entry, reader, currency) }
  })
  return c.json({ items: worded, next }, 200)
})
