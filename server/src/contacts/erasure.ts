import { createRoute, z } from '@hono/zod-openapi'
import { getContact } from '@relance/db/contact/get-contact'
import { askErasure } from '@relance/db/erasure/ask-erasure'
import { exportContact } from '@relance/db/erasure/export-contact'
import { stream } from 'hono/streaming'
import { needs } from '../auth/permissions'
import { invalidFrom, routes } from '../http/routes'
import { answer, instant, json, uuid } from '../http/schemas'

const tags = ['Contacts']
const params = z.object({ contactId: uuid })

const full = createRoute({
  method: 'get',
  path: '/contacts/{contactId}/export',
  tags,
  summary: 'Everything kept about a contact, as one JSON file',
  description:
    'The record, and the rows of every table that names the contact: events, orders, carts, visits, consents and their log, messages with their texts, runs with each step, outside calls.',
  request: { params },
  responses: { 200: answer(json, 'By table') },
})

const erase = createRoute({
  method: 'delete',
  path: '/contacts/{contactId}',
  tags,
  summary: 'Erase a contact for good',
  description:
    'At once their scenarios end and nothing is sent any more; within about a minute, once no mail is on its way, everything known of them is deleted. Messages and steps stay as rows without address, text or values; of the address a keyed hash stays, so that no list brings it back. What comes later makes a new contact without consent. Asking again is harmless and tells how far it is.',
  middleware: needs('own', 'contact'),
  request: { params },
  responses: {
    202: answer(
      z.object({ contactId: uuid, askedAt: instant, erasedAt: instant.nullable() }),
      'Asked for; `erasedAt` says when it was done',
    ),
  },
})

export const erasureRoutes = routes().openapi(erase, async (c) =>
  c.json(await askErasure(c.get('scope'), c.req.valid('param').contactId), 202),
)

// Written out while it is read: a typed answer would have to be whole.
erasureRoutes.openAPIRegistry.registerPath(full)

erasureRoutes.get('/contacts/:contactId/export', needs('own', 'contact'), async (c) => {
  const asked = params.safeParse(c.req.param())
  if (!asked.success) throw invalidFrom(asked.error, c.get('language'))
  // Whoever is not there is told so before the first byte.
  const { id } = await getContact(c.get('scope'), asked.data.contactId)
  c.header('content-type', 'application/json; charset=utf-8')
  c.header('content-disposition', `attachment; filename="contact-${id}.json"`)
  return stream(c, async (out) => {
    for await (const piece of exportContact(c.get('scope'), id)) await out.write(piece)
  })
})
