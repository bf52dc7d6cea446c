import { createRoute, z } from '@hono/zod-openapi'
import { getContact } from '@relance/db/contact/get-contact'
import { listIdentities, tiedBy } from '@relance/db/contact/list-identities'
import { listSessions } from '@relance/db/session/list-sessions'
import { recognition } from '@relance/db/stats/recognition'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, instant, pageOf, pageQuery, uuid } from '../http/schemas'

const tags = ['Contacts']
const params = z.object({ contactId: uuid })
const text = z.string().nullable()

const session = z
  .object({
    id: uuid,
    startedAt: instant,
    lastAt: instant,
    pages: z.int(),
    sections: z.record(z.string(), z.int()),
    landingPath: text,
    referrer: text,
  })
  .openapi('WebSession')

const identity = z
  .object({
    kind: z.enum(['external', 'anonymous']),
    value: z.string(),
    tiedAt: instant.nullable(),
    tiedBy: z.enum(tiedBy).nullable(),
    lastSeenAt: instant.nullable(),
    pages: z.int(),
  })
  .openapi('Identity')

const sessions = createRoute({
  method: 'get',
  path: '/contacts/{contactId}/sessions',
  tags,
  summary: 'A contact’s visits of the web site: dates, pages, and pages by section',
  description: 'A visit ends with 30 minutes without a page. It is dated by its first page.',
  middleware: needs('see', 'contact'),
  request: { params, query: pageQuery },
  responses: { 200: answer(pageOf(session), 'Newest first') },
})

const identities = createRoute({
  method: 'get',
  path: '/contacts/{contactId}/identities',
  tags,
  summary:
    'What a contact is known by: customer numbers and browsers, when and how each was tied to them',
  middleware: needs('see', 'contact'),
  request: { params },
  responses: { 200: answer(pageOf(identity), 'Numbers first, then browsers') },
})

const recognised = createRoute({
  method: 'get',
  path: '/recognition',
  tags,
  summary: 'Recognised visits of all visits, identified customers of everybody known',
  middleware: needs('see', 'contact'),
  request: { query: z.object({ days: z.coerce.number().int().min(1).max(365).default(30) }) },
  responses: {
    200: answer(
      z.object({
        days: z.int(),
        visits: z.int(),
        recognisedVisits: z.int(),
        contacts: z.int(),
        identifiedContacts: z.int(),
      }),
      'Visits of the last days; identified: with a customer number or an email',
    ),
  },
})

export const recordRoutes = routes()
  .openapi(sessions, async (c) => {
    const { id } = await getContact(c.get('scope'), c.req.valid('param').contactId)
    return c.json(await listSessions(c.get('scope'), id, c.req.valid('query')), 200)
  })
  .openapi(identities, async (c) => {
    const { id } = await getContact(c.get('scope'), c.req.valid('param').contactId)
    return c.json({ items: await listIdentities(c.get('scope'), id), next: null }, 200)
  })
  .openapi(recognised, async (c) =>
    c.json(await recognition(c.get('scope'), c.req.valid('query').days), 200),
  )
