import { createRoute, z } from '@hono/zod-openapi'
import { word } from '@relance/core/id/ids'
import { getContact } from '@relance/db/contact/get-contact'
import { getFlow } from '@relance/db/flow/get-flow'
import { readWhy } from '@relance/db/timeline/read-why'
import { needs } from '../auth/permissions'
import { traceEntry } from '../enrolments/enrolment-schema'
import { readerOf } from '../enrolments/trace-reader'
import { routes } from '../http/routes'
import { answer, instant, uuid } from '../http/schemas'
import { whyWords } from './why-words'

const whyAnswer = z
  .object({
    enrolmentId: uuid.nullable().openapi({ description: 'Null: they were not let in' }),
    enteredAt: instant.nullable(),
    outcome: z.enum(['sent', 'waiting', 'not-sent', 'not-entered']),
    at: instant.nullable().openapi({ description: 'When that was decided' }),
    reason: z.string().nullable().openapi({ description: 'What the gate said, where it said no' }),
    words: z.string(),
    seen: traceEntry.shape.seen,
  })
  .openapi('WhyAnswer')

const route = createRoute({
  method: 'get',
  path: '/contacts/{contactId}/why/{flowId}/{nodeId}',
  tags: ['Contacts'],
  summary: 'Why one step’s message of a scenario reached this person, or did not',
  description:
    'One answer for each of their last five runs, newest first; one where they never entered.',
  middleware: needs('see', 'contact'),
  request: {
    params: z.object({ contactId: uuid, flowId: uuid, nodeId: word }),
  },
  responses: { 200: answer(z.object({ items: z.array(whyAnswer) }), 'In the reader’s language') },
})

export const whyRoute = routes().openapi(route, async (c) => {
  const scope = c.get('scope')
  const { flowId, nodeId, contactId: asked } = c.req.valid('param')
  const { id: contactId } = await getContact(scope, asked)
  await getFlow(scope, flowId)
  const [why, reader] = await Promise.all([
    readWhy(scope, { contactId, flowId, nodeId }),
    readerOf(scope, c.get('language')),
  ])
  return c.json({ items: whyWords(why, nodeId, reader) }, 200)
})
