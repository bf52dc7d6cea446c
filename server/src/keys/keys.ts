import { createRoute, z } from '@hono/zod-openapi'
import { createKey } from '@relance/db/key/create-key'
import { listKeys } from '@relance/db/key/list-keys'
import { revokeKey } from '@relance/db/key/revoke-key'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, instant, nothing, pageOf, uuid } from '../http/schemas'

const tags = ['Keys']
const kind = z.enum(['api', 'write'])

const list = createRoute({
  method: 'get',
  path: '/keys',
  tags,
  summary: 'The workspace’s keys; only their last letters are known',
  middleware: needs('see', 'key'),
  responses: {
    200: answer(
      pageOf(z.object({ id: uuid, kind, name: z.string(), hint: z.string(), createdAt: instant })),
      'Oldest first',
    ),
  },
})

const create = createRoute({
  method: 'post',
  path: '/keys',
  tags,
  summary: 'Make a key: `api` for scripts, `write` for sites that send events',
  middleware: needs('own', 'key'),
  request: { body: body(z.object({ kind, name: z.string().trim().min(1).max(120) })) },
  responses: {
    201: answer(
      z.object({ id: uuid, kind, name: z.string(), key: z.string() }),
      'Shown here and never again',
    ),
  },
})

const revoke = createRoute({
  method: 'delete',
  path: '/keys/{keyId}',
  tags,
  summary: 'End a key for good',
  middleware: needs('own', 'key'),
  request: { params: z.object({ keyId: uuid }) },
  responses: { 204: nothing('Ended') },
})

export const keyRoutes = routes()
  .openapi(list, async (c) => c.json({ items: await listKeys(c.get('scope')), next: null }, 200))
  .openapi(create, async (c) => c.json(await createKey(c.get('scope'), c.req.valid('json')), 201))
  .openapi(revoke, async (c) => {
    await revokeKey(c.get('scope'), c.req.valid('param').keyId)
    return c.body(null, 204)
  })
