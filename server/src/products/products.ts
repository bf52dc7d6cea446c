import { createRoute, z } from '@hono/zod-openapi'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { listProducts } from '@relance/db/product/list-products'
import { upsertProducts } from '@relance/db/product/upsert-products'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, pageOf, pageQuery } from '../http/schemas'

const tags = ['Products']
const MAX_AT_ONCE = 1000
const text = z.string().max(500).nullable()
const cents = z.int().min(0).nullable()

const product = z
  .object({
    productId: z.string().min(1).max(255),
    title: z.string().min(1).max(500),
    url: z.string().max(2000).nullable(),
    imageUrl: z.string().max(2000).nullable(),
    category: text,
    brand: text,
    creator: text,
    priceCents: cents,
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .nullable(),
    stock: z.int().nullable(),
  })
  .openapi('Product')

const productToTake = product
  .partial()
  .required({ productId: true, title: true })
  .extend({
    complements: z
      .array(z.string().min(1).max(255))
      .max(100)
      .optional()
      .openapi({ description: 'Ids of products that go with it' }),
  })

const list = createRoute({
  method: 'get',
  path: '/products',
  tags,
  summary: 'The catalogue',
  middleware: needs('see', 'product'),
  request: { query: pageQuery },
  responses: { 200: answer(pageOf(product), 'By product id') },
})

const upsert = createRoute({
  method: 'post',
  path: '/products',
  tags,
  summary: 'Add products, or replace what is known of them',
  middleware: needs('draw', 'product'),
  request: {
    body: body(
      z.object({
        items: z.array(productToTake).min(1).max(MAX_AT_ONCE),
      }),
    ),
  },
  responses: { 200: answer(z.object({ taken: z.int() }), 'All of them, or none') },
})

export const productRoutes = routes()
  .openapi(list, async (c) => c.json(await listProducts(c.get('scope'), c.req.valid('query')), 200))
  .openapi(upsert, async (c) => {
    const { items } = c.req.valid('json')
    await inTransaction(c.get('scope'), (tx) => upsertProducts(tx, items))
    return c.json({ taken: items.length }, 200)
  })
