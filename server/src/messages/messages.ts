import { createRoute, z } from '@hono/zod-openapi'
import { getMessageContent } from '@relance/db/message/get-message-content'
import { listMessages, messageFilter } from '@relance/db/message/list-messages'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, instant, pageOf, pageQuery, uuid } from '../http/schemas'

const tags = ['Messages']

const message = z
  .object({
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
    queuedAt: instant,
    sentAt: instant.nullable(),
  })
  .openapi('Message')

const list = createRoute({
  method: 'get',
  path: '/messages',
  tags,
  summary: 'Messages of a contact, a scenario or a run',
  middleware: needs('see', 'message'),
  request: { query: pageQuery.extend(messageFilter.shape) },
  responses: { 200: answer(pageOf(message), 'Oldest first; instants are the workspace clock’s') },
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
  .openapi(content, async (c) =>
    c.json(await getMessageContent(c.get('scope'), c.req.valid('param').messageId), 200),
  )
