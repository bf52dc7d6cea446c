import { createRoute, z } from '@hono/zod-openapi'
import { feedFailures, feedSettings } from '@relance/core/product/feed'
import { getFeed } from '@relance/db/catalogue/get-feed'
import { fetchFeedNow, removeFeed, setFeed } from '@relance/db/catalogue/set-feed'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, instant, uuid } from '../http/schemas'

const tags = ['Products']
const path = '/catalogue/feed'

const feed = z
  .object({
    url: z.string(),
    everyHours: z.int(),
    nextAt: instant,
    fetchedAt: instant.nullable(),
    importId: uuid.nullable().openapi({ description: 'The import that the last new file became' }),
    importState: z.enum(['queued', 'reading', 'done', 'failed']).nullable(),
    taken: z.int().nullable(),
    refused: z.int().nullable(),
    errorCode: z
      .enum(feedFailures)
      .nullable()
      .openapi({ description: 'Why the last fetch failed' }),
    errorDetail: z.string().nullable(),
  })
  .openapi('CatalogueFeed')
const found = z.object({ feed: feed.nullable() })

const get = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Where the catalogue is fetched from, and how that went last',
  middleware: needs('see', 'import'),
  responses: { 200: answer(found, 'Null where nothing is fetched') },
})

const put = createRoute({
  method: 'put',
  path,
  tags,
  summary: 'Fetch the catalogue from an address, now and every so many hours',
  description:
    'CSV as in imports of products, tabs included, also with the columns of feeds for shopping sites (id, title, link, image_link, product_type, price with its currency, availability), or XML with the same elements (RSS 2.0, Atom, or a list of products). Either may be packed with gzip. 100 MB and five minutes at most, three redirects; addresses of a private network are refused unless the workspace allows them. Each product of the file replaces what was known of it; one that is missing stays.',
  middleware: needs('own', 'workspace'),
  request: { body: body(feedSettings) },
  responses: { 200: answer(found, 'As it is now') },
})

const remove = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Fetch the catalogue no more; its products stay',
  middleware: needs('own', 'workspace'),
  responses: { 204: { description: 'Done' } },
})

const now = createRoute({
  method: 'post',
  path: `${path}/fetch`,
  tags,
  summary: 'Fetch the catalogue at once',
  middleware: needs('own', 'workspace'),
  responses: { 202: answer(found, 'On its way; ask again') },
})

export const feedRoutes = routes()
  .openapi(get, async (c) => c.json({ feed: await getFeed(c.get('scope')) }, 200))
  .openapi(put, async (c) => {
    await setFeed(c.get('scope'), c.req.valid('json'))
    return c.json({ feed: await getFeed(c.get('scope')) }, 200)
  })
  .openapi(remove, async (c) => {
    await removeFeed(c.get('scope'))
    return c.body(null, 204)
  })
  .openapi(now, async (c) => {
    await fetchFeedNow(c.get('scope'))
    return c.json({ feed: await getFeed(c.get('scope')) }, 202)
  })
