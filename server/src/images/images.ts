import { randomBytes } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { createImage } from '@relance/db/image/create-image'
import { deleteImage } from '@relance/db/image/delete-image'
import { describeImage } from '@relance/db/image/describe-image'
import { type Image, imageFormats } from '@relance/db/image/image'
import { listImages } from '@relance/db/image/list-images'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, instant, nothing, pageOf, pageQuery, uuid } from '../http/schemas'
import { imageFileName } from './image-store'
import { imageUrl } from './image-url'
import { prepareImage } from './prepare-image'
import { readLimited } from './read-limited'

const tags = ['Images']
const MOST_BYTES = 10 * 1024 * 1024
const TOKEN_BYTES = 16

const alt = z
  .string({ error: 'must say what the picture shows, for whoever does not see it' })
  .trim()
  .min(1, { error: 'must say what the picture shows, for whoever does not see it' })
  .max(300)
const params = z.object({ imageId: uuid })

const image = z
  .object({
    id: uuid,
    url: z.url(),
    name: z.string(),
    alt: z.string(),
    format: z.enum(imageFormats),
    width: z.int(),
    height: z.int(),
    bytes: z.int(),
    createdAt: instant,
  })
  .openapi('Image')

const picture = { schema: { type: 'string' as const, format: 'binary' } }
const upload = createRoute({
  method: 'post',
  path: '/images',
  tags,
  summary: 'Keep a picture for mails',
  description:
    'The body is the file: PNG, JPEG, GIF or WebP, told by its content, 10 MB at most. It is made 1,200 pixels wide at most and written anew. A workspace keeps 2,000 pictures and 500 MB of them.',
  middleware: needs('draw', 'mail'),
  request: {
    query: z.object({ name: z.string().trim().min(1).max(200).default('image'), alt }),
    body: {
      required: true,
      content: {
        'image/png': picture,
        'image/jpeg': picture,
        'image/gif': picture,
        'image/webp': picture,
      },
    },
  },
  responses: { 201: answer(image, 'The picture, with the address mails show it from') },
})

const list = createRoute({
  method: 'get',
  path: '/images',
  tags,
  summary: 'The pictures of the workspace',
  middleware: needs('see', 'mail'),
  request: { query: pageQuery },
  responses: { 200: answer(pageOf(image), 'Newest first') },
})

const describe = createRoute({
  method: 'patch',
  path: '/images/{imageId}',
  tags,
  summary: 'Say anew what a picture shows',
  middleware: needs('draw', 'mail'),
  request: { params, body: body(z.object({ alt })) },
  responses: { 200: answer(image, 'Mails that hold it already keep their words') },
})

const remove = createRoute({
  method: 'delete',
  path: '/images/{imageId}',
  tags,
  summary: 'Delete a picture that no mail has ever shown; 409 names the mails otherwise',
  middleware: needs('draw', 'mail'),
  request: { params },
  responses: { 204: nothing('It is gone') },
})

const seen = ({ token, ...kept }: Image, origin: string) => ({
  ...kept,
  url: imageUrl(origin, { token, format: kept.format }),
})

export const imageRoutes = routes()
  .openapi(upload, async (c) => {
    const { images, url } = c.get('services')
    const prepared = await prepareImage(await readLimited(c.req.raw, MOST_BYTES))
    const { bytes, ...shape } = prepared
    const token = randomBytes(TOKEN_BYTES).toString('base64url')
    const name = imageFileName({ token, format: shape.format })
    // The bytes first: a row without them would be a picture that nobody can see.
    await images.put(name, bytes)
    try {
      const said = c.req.valid('query')
      const made = await createImage(c.get('scope'), {
        ...said,
        ...shape,
        token,
        bytes: bytes.length,
      })
      return c.json(seen(made, url), 201)
    } catch (error) {
      await images.remove(name)
      throw error
    }
  })
  .openapi(list, async (c) => {
    const { items, next } = await listImages(c.get('scope'), c.req.valid('query'))
    return c.json({ items: items.map((each) => seen(each, c.get('services').url)), next }, 200)
  })
  .openapi(describe, async (c) => {
    const { imageId } = c.req.valid('param')
    const described = await describeImage(c.get('scope'), imageId, c.req.valid('json').alt)
    return c.json(seen(described, c.get('services').url), 200)
  })
  .openapi(remove, async (c) => {
    const gone = await deleteImage(c.get('scope'), c.req.valid('param').imageId)
    await c.get('services').images.remove(imageFileName(gone))
    return c.body(null, 204)
  })
