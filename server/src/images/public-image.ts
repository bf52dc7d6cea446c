import { OpenAPIHono } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import type { AppEnv } from '../http/context'
import { imageMediaType } from './image-store'

/** A picture under an address never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/** Pictures as mails show them: for whoever has the address, which nobody can guess. */
export const publicImage = new OpenAPIHono<AppEnv>().get('/i/:name', async (c) => {
  const name = c.req.param('name')
  const type = imageMediaType(name)
  const bytes = type && (await c.get('services').images.get(name))
  if (!type || !bytes) throw new AppError('not-found', 'There is no such picture.')
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'cache-control': FOR_EVER,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
    'cross-origin-resource-policy': 'cross-origin',
  })
})
