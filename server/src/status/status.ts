import { createRoute, z } from '@hono/zod-openapi'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer } from '../http/schemas'

const route = createRoute({
  method: 'get',
  path: '/status',
  tags: ['Health'],
  summary: 'What the app links to',
  middleware: needs('see', 'workspace'),
  responses: {
    200: answer(
      z.object({ url: z.string(), inboxUrl: z.string().nullable(), docsUrl: z.string() }),
      '`inboxUrl` is null where mails go to a real server',
    ),
  },
})

export const statusRoute = routes().openapi(route, (c) => {
  const { url, inboxUrl } = c.get('services')
  return c.json({ url, inboxUrl, docsUrl: `${url}/api/docs` }, 200)
})
