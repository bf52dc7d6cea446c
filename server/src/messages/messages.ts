import { createRoute, z } from '@hono/zod-openapi'
import { gateRules } from '@relance/core/gate/gate-look'
import { typologies } from '@relance/core/graph/typology'
import { getMessage, messageEventTypes } from '@relance/db/message/get-message'
import { getMessageContent } from '@relance/db/message/get-message-content'
import { listMessages, messageFilter } from '@relance/db/message/list-messages'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, instant, pageOf, pageQuery, uuid } from '../http/schemas'

const tags = ['Messages']

const messageShape = z.object({
  id: uuid,
  key: z.string(),
  enrolmentId: uuid,
  flowId: uuid,
  nodeId: z.string(),
  contactId: uuid,
  channel: z.string(),
  templateId: uuid,
  templateVersion: z.int(),
  subject: z.string().nullable(),
  state: z.enum(['queued', 'sending', 'sent', 'refused', 'failed']),
  reason: z.string().nullable(),
  attempts: z.int(),
  retryAt: instant.nullable(),
  typology: z.enum(typologies),
  heldBy: z.string().nullable(),
  queuedAt: instant,
  sentAt: instant.nullable(),
})
const message = messageShape.openapi('Message')

const look = z
  .object({
    at: instant,
    when: z.enum(['deciding', 'sending']),
    rule: z.enum(gateRules).nullable(),
    outcome: z.enum(['pass', 'hold', 'refuse']),
    reason: z.string().nullable(),
    until: instant.nullable(),
  })
  .openapi('GateLook', {
    description:
      'One look of the gate: when the step decides, in the second of sending, and again where it was held. `until` is when a held message is asked about again.',
  })

const event = z
  .object({
    type: z.enum([...new Set(Object.values(messageEventTypes))]),
    at: instant,
    robot: z.boolean(),
  })
  .openapi('MessageEvent')

const messageTold = messageShape
  .extend({ gate: z.array(look), events: z.array(event) })
  .openapi('MessageTold')

const list = createRoute({
  method: 'get',
  path: '/messages',
  tags,
  summary: 'Messages of a contact, a scenario or a run',
  middleware: needs('see', 'message'),
  request: { query: pageQuery.extend(messageFilter.shape) },
  responses: { 200: answer(pageOf(message), 'Oldest first; instants are the workspace clock’s') },
})

const one = createRoute({
  method: 'get',
  path: '/messages/{messageId}',
  tags,
  summary: 'One message: every look of the gate at it, and what came of it',
  middleware: needs('see', 'message'),
  request: { params: z.object({ messageId: uuid }) },
  responses: { 200: answer(messageTold, 'Looks and events in order; robots’ acts are told apart') },
})

const content = createRoute({
  method: 'get',
  path: '/messages/{messageId}/content',
  tags,
  summary: 'What the person received',
  middleware: needs('see', 'message'),
  request: { params: z.object({ messageId: uuid }) },
  responses: {
    200: answer(
      z.object({ subject: z.string(), html: z.string(), text: z.string() }),
      'As it was sent',
    ),
  },
})

export const messageRoutes = routes()
  .openapi(list, async (c) => {
    const { cursor, limit, ...filter } = c.req.valid('query')
    return c.json(await listMessages(c.get('scope'), filter, { cursor, limit }), 200)
  })
  .openapi(one, async (c) =>
    c.json(await getMessage(c.get('scope'), c.req.valid('param').messageId), 200),
  )
  .openapi(content, async (c) =>
    c.json(await getMessageContent(c.get('scope'), c.req.valid('param').messageId), 200),
  )
