import { createRoute, z } from '@hono/zod-openapi'
import { findContacts } from '@relance/db/contact/find-contacts'
import { getContact } from '@relance/db/contact/get-contact'
import { upsertContact } from '@relance/db/contact/upsert-contact'
import { listScoreHistory } from '@relance/db/score/list-score-history'
import { listEnrolments } from '@relance/db/stats/list-enrolments'
import { needs } from '../auth/permissions'
import { enrolment } from '../enrolments/enrolment-schema'
import { withErrors } from '../enrolments/stopped-by'
import { routes } from '../http/routes'
import { answer, body, json, pageOf, pageQuery, uuid } from '../http/schemas'
import { contact, listedContact, pastScore } from './contact-schema'

const tags = ['Contacts']
const params = z.object({ contactId: uuid })

const list = createRoute({
  method: 'get',
  path: '/contacts',
  tags,
  summary: 'Find people by customer number, email or the beginning of a name',
  middleware: needs('see', 'contact'),
  request: {
    query: pageQuery.extend({
      cursor: z.uuid({ error: 'is not one of ours' }).optional(),
      search: z.string().max(200).optional(),
      segmentId: uuid.optional().openapi({ description: 'Only those who are in it now' }),
      externalId: z.string().max(255).optional(),
      email: z.string().max(255).optional(),
    }),
  },
  responses: { 200: answer(pageOf(listedContact), 'Newest first') },
})

const upsert = createRoute({
  method: 'post',
  path: '/contacts',
  tags,
  summary: 'Make a contact, or complete the one of that externalId (without one: of that email)',
  middleware: needs('draw', 'contact'),
  request: {
    body: body(
      json.and(
        z.object({
          externalId: z.string().max(255).nullish(),
          email: z.string().max(255).nullish(),
        }),
      ),
    ),
  },
  responses: {
    200: answer(contact, 'The contact, completed'),
    201: answer(contact, 'A new contact'),
  },
})

const one = createRoute({
  method: 'get',
  path: '/contacts/{contactId}',
  tags,
  summary: 'Everything known of a contact',
  middleware: needs('see', 'contact'),
  request: { params },
  responses: { 200: answer(contact, 'Of one joined into another: the other’s record') },
})

const inFlows = createRoute({
  method: 'get',
  path: '/contacts/{contactId}/enrolments',
  tags,
  summary: 'The scenarios a contact is or was in',
  middleware: needs('see', 'enrolment'),
  request: { params, query: pageQuery },
  responses: { 200: answer(pageOf(enrolment), 'Newest first') },
})

const scoreHistory = createRoute({
  method: 'get',
  path: '/contacts/{contactId}/scores',
  tags,
  summary: 'What a contact’s RFM scores are, and were',
  middleware: needs('see', 'contact'),
  request: { params },
  responses: {
    200: answer(pageOf(pastScore), 'Newest first; each from its instant until the next'),
  },
})

export const contactRoutes = routes()
  .openapi(list, async (c) => c.json(await findContacts(c.get('scope'), c.req.valid('query')), 200))
  .openapi(upsert, async (c) => {
    const { id, created } = await upsertContact(c.get('scope'), c.req.valid('json'))
    return c.json(await getContact(c.get('scope'), id), created ? 201 : 200)
  })
  .openapi(one, async (c) =>
    c.json(await getContact(c.get('scope'), c.req.valid('param').contactId), 200),
  )
  .openapi(inFlows, async (c) => {
    const { id: contactId } = await getContact(c.get('scope'), c.req.valid('param').contactId)
    const page = await listEnrolments(c.get('scope'), { contactId }, c.req.valid('query'))
    return c.json(withErrors(page, c.get('language')), 200)
  })
  .openapi(scoreHistory, async (c) => {
    const { id } = await getContact(c.get('scope'), c.req.valid('param').contactId)
    return c.json({ items: await listScoreHistory(c.get('scope'), id), next: null }, 200)
  })
