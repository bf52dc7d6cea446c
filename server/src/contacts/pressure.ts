import { createRoute, z } from '@hono/zod-openapi'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { getContact } from '@relance/db/contact/get-contact'
import { getPressure } from '@relance/db/pressure/get-pressure'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, instant, uuid } from '../http/schemas'

const pressure = z
  .object({
    level: z.number().openapi({
      description: 'What share of the limits is left: 1, 0.5, 0.25, or 0 for nothing commercial',
    }),
    silentSince: instant,
    isDissatisfied: z.boolean(),
    wantsLess: z.boolean(),
    pausedUntil: instant.nullable(),
    topicsOff: z.array(z.string()),
    limits: z.array(
      z.object({
        channel: z.string().nullable().openapi({ description: 'Null: all channels together' }),
        sent: z.int(),
        most: z.int(),
        days: z.number(),
        roomAt: instant.nullable().openapi({ description: 'Null: there is room now' }),
      }),
    ),
  })
  .openapi('Pressure')

const read = createRoute({
  method: 'get',
  path: '/contacts/{contactId}/pressure',
  tags: ['Contacts'],
  summary: 'How much a contact has been written to, and what they may still get',
  middleware: needs('see', 'contact'),
  request: { params: z.object({ contactId: uuid }) },
  responses: { 200: answer(pressure, 'As the gate would count at the workspace’s now') },
})

export const pressureRoutes = routes().openapi(read, async (c) => {
  const { contactId } = c.req.valid('param')
  const answered = await inTransaction(c.get('scope'), async (tx) => {
    const { id } = await getContact(tx, contactId)
    return getPressure(tx, id)
  })
  return c.json(answered, 200)
})
