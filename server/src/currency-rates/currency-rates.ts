import { createRoute, z } from '@hono/zod-openapi'
import { getRates, setRate } from '@relance/db/order/currency-rates'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body } from '../http/schemas'

const tags = ['Imports']
const rates = z.object({
  /** The workspace's own. */
  currency: z.string(),
  rates: z.record(z.string(), z.number()),
})

const get = createRoute({
  method: 'get',
  path: '/currency-rates',
  tags,
  summary: 'What one unit of other currencies is worth in the workspace’s own',
  middleware: needs('see', 'workspace'),
  responses: { 200: answer(rates, 'Orders in a currency without a rate count no money') },
})

const put = createRoute({
  method: 'put',
  path: '/currency-rates',
  tags,
  summary: 'Set a rate; orders in that currency are converted anew',
  middleware: needs('own', 'workspace'),
  request: {
    body: body(
      z.object({
        currency: z.string().regex(/^[A-Z]{3}$/),
        rate: z.number().positive().max(1e9).nullable().openapi({ description: 'null: none' }),
      }),
    ),
  },
  responses: { 200: answer(rates, 'All of them, as they are now') },
})

export const currencyRateRoutes = routes()
  .openapi(get, async (c) => c.json(await getRates(c.get('scope')), 200))
  .openapi(put, async (c) => {
    const { currency, rate } = c.req.valid('json')
    await setRate(c.get('scope'), currency, rate)
    return c.json(await getRates(c.get('scope')), 200)
  })
