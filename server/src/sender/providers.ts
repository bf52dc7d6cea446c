import { createRoute, z } from '@hono/zod-openapi'
import { mailProvider } from '@relance/core/sender/mail-provider'
import { listMailProviders, setMailProviders } from '@relance/db/sender/mail-providers'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, uuid } from '../http/schemas'

const listed = z.object({
  items: z.array(
    z.object({
      id: uuid,
      settings: mailProvider,
      hasSecret: z.boolean().openapi({ description: 'The secret itself is never answered' }),
    }),
  ),
})

const wanted = z.object({
  items: z
    .array(
      z.object({
        id: uuid.optional().openapi({ description: 'Of one that is there: it keeps its secret' }),
        settings: mailProvider,
        secret: z
          .string()
          .max(500)
          .optional()
          .openapi({ description: 'A password, a token or an API key; left out: as it was' }),
      }),
    )
    .max(10),
})

const tags = ['Workspaces']
const middleware = needs('own', 'workspace')

const read = createRoute({
  method: 'get',
  path: '/sender/providers',
  ...{ tags, middleware },
  summary: 'Who hands out the workspace’s mails, in order',
  responses: { 200: answer(listed, 'None: the mail server of this installation') },
})

const write = createRoute({
  method: 'put',
  path: '/sender/providers',
  ...{ tags, middleware },
  summary: 'Set who hands out the workspace’s mails, in order',
  description:
    'The next is asked only where one has certainly not taken a mail, for reasons of its own: it cannot be reached, refuses our key, or has had enough. A mail that one may have taken is tried again with that one alone.',
  request: { body: body(wanted) },
  responses: { 200: answer(listed, 'As they are now') },
})

export const providerRoutes = routes()
  .openapi(read, async (c) => c.json({ items: await listMailProviders(c.get('scope')) }, 200))
  .openapi(write, async (c) => {
    const { items } = c.req.valid('json')
    return c.json({ items: await setMailProviders(c.get('scope'), items) }, 200)
  })
