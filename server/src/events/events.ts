import { createRoute, z } from '@hono/zod-openapi'
import { builtInFields, fieldTitle } from '@relance/core/contact/contact-fields'
import { newId } from '@relance/core/id/ids'
import { listFieldValues } from '@relance/db/contact/list-field-values'
import { readIncomingEvent } from '@relance/db/event/incoming-event'
import { ingestEvents } from '@relance/db/event/ingest-events'
import { listEvents } from '@relance/db/timeline/list-events'
import { listContactFields, listEventNames } from '@relance/db/timeline/list-names'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, instant, json, pageOf, pageQuery, uuid } from '../http/schemas'
import { subjectOf } from './subject-of'

const tags = ['Events']

const event = z
  .object({
    id: uuid,
    messageId: z.string(),
    contactId: uuid.nullable(),
    anonymousId: z.string().nullable(),
    type: z.string(),
    name: z.string(),
    properties: json,
    context: json,
    at: instant,
    receivedAt: instant,
    source: z.string(),
    warnings: z.array(z.object({ code: z.string(), field: z.string() })),
  })
  .openapi('Event')

const list = createRoute({
  method: 'get',
  path: '/events',
  tags,
  summary: 'Events as they arrive, for a live view',
  middleware: needs('see', 'event'),
  request: { query: pageQuery.extend({ contactId: uuid.optional() }) },
  responses: { 200: answer(pageOf(event), 'The last stored first') },
})

const send = createRoute({
  method: 'post',
  path: '/events',
  tags,
  summary: 'Record an event of a contact, by the same way as /v1',
  middleware: needs('draw', 'event'),
  request: {
    body: body(
      z.object({
        contact: z
          .object({
            externalId: z.string().min(1).max(255),
            anonymousId: z.string().min(1).max(255),
            email: z.email(),
          })
          .partial()
          .refine((by) => by.externalId ?? by.anonymousId ?? by.email, {
            error: 'say who: externalId, anonymousId or email',
          }),
        type: z.enum(['track', 'page', 'identify']).default('track'),
        name: z.string().max(200).optional(),
        properties: json.default({}),
      }),
    ),
  },
  responses: {
    200: answer(
      z.object({ taken: z.int(), duplicates: z.int() }),
      'Durable; what it causes follows at once',
    ),
  },
})

const names = createRoute({
  method: 'get',
  path: '/event-names',
  tags,
  summary: 'Names of the events ever received',
  middleware: needs('see', 'event'),
  responses: {
    200: answer(
      pageOf(z.object({ name: z.string(), count: z.int(), lastAt: instant.nullable() })),
      'By name, pages included',
    ),
  },
})

const fields = createRoute({
  method: 'get',
  path: '/contact-fields',
  tags: ['Contacts'],
  summary: 'Fields that rules and mails may name: ours, then the traits ever received',
  middleware: needs('see', 'contact'),
  responses: {
    200: answer(
      pageOf(
        z.object({ field: z.string(), kind: z.string(), label: z.string(), known: z.boolean() }),
      ),
      '`known`: received for somebody, or computed for everybody',
    ),
  },
})

const values = createRoute({
  method: 'get',
  path: '/contact-field-values',
  tags: ['Contacts'],
  summary:
    'Values to propose for a field: categories, brands and creators of the catalogue, sections of the last visits',
  middleware: needs('see', 'contact'),
  request: { query: z.object({ field: z.string().max(200).default('') }) },
  responses: {
    200: answer(z.object({ items: z.array(z.string()) }), 'At most 200; none for other fields'),
  },
})

export const eventRoutes = routes()
  .openapi(list, async (c) => {
    const { contactId, cursor, limit } = c.req.valid('query')
    return c.json(await listEvents(c.get('scope'), contactId ?? null, { cursor, limit }), 200)
  })
  .openapi(send, async (c) => {
    const scope = c.get('scope')
    const { contact, type, name, properties } = c.req.valid('json')
    const { contactId, ...names } = await subjectOf(scope, contact)
    const said = type === 'identify' ? { traits: properties } : { event: name, name, properties }
    // A contact known by its address alone has no name of Segment's: the event goes to it by its id.
    const who = contactId === undefined ? names : { userId: contactId }
    const read = readIncomingEvent({ type, messageId: `app-${newId()}`, ...who, ...said })
    const event = contactId === undefined ? read : { ...read, userId: null, contactId }
    const { taken, duplicates } = await ingestEvents(scope, [event], { source: 'app' })
    return c.json({ taken, duplicates }, 200)
  })
  .openapi(names, async (c) =>
    c.json({ items: await listEventNames(c.get('scope')), next: null }, 200),
  )
  .openapi(values, async (c) =>
    c.json({ items: await listFieldValues(c.get('scope'), c.req.valid('query').field) }, 200),
  )
  .openapi(fields, async (c) => {
    const language = c.get('language')
    const own = Object.entries(builtInFields).map(([field, { kind }]) => ({
      field,
      kind: String(kind),
      label: fieldTitle(field, language),
      known: true,
    }))
    const traits = (await listContactFields(c.get('scope'))).map((trait) => ({
      ...trait,
      label: trait.field,
      known: true,
    }))
    return c.json({ items: [...own, ...traits], next: null }, 200)
  })
