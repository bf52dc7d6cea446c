import { createRoute, z } from '@hono/zod-openapi'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { getContact } from '@relance/db/contact/get-contact'
import { recommendProducts } from '@relance/db/product/recommend-products'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, uuid } from '../http/schemas'

const product = z.object({
  productId: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  image: z.string().nullable(),
  price: z.number().nullable().openapi({ description: 'Cents' }),
  currency: z.string().nullable(),
  creator: z.string().nullable(),
  category: z.string().nullable(),
  because: z.enum([
    'bought',
    'goes-with',
    'new-of-brand',
    'new-in-category',
    'creator',
    'category',
    'section',
    'best-seller',
  ]),
})

const recommendations = createRoute({
  method: 'get',
  path: '/contacts/{contactId}/recommendations',
  tags: ['Contacts'],
  summary: 'Products for a contact, the same as a mail shows them as `recommended`',
  middleware: needs('see', 'contact'),
  request: {
    params: z.object({ contactId: uuid }),
    query: z.object({ limit: z.coerce.number().int().min(1).max(50).default(6) }),
  },
  responses: { 200: answer(z.object({ items: z.array(product) }), 'Each with why it is there') },
})

export const recommendationRoutes = routes().openapi(recommendations, async (c) => {
  const { contactId } = c.req.valid('param')
  const items = await inTransaction(c.get('scope'), async (tx) => {
    const { id } = await getContact(tx, contactId)
    return recommendProducts(tx, id, c.req.valid('query'))
  })
  return c.json({ items }, 200)
})
