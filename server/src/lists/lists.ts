import { createRoute, z } from '@hono/zod-openapi'
import { findContacts } from '@relance/db/contact/find-contacts'
import { listMessages, messageFilter } from '@relance/db/message/list-messages'
import { listOrders, orderFilter } from '@relance/db/order/list-orders'
import { listProducts } from '@relance/db/product/list-products'
import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import { needs } from '../auth/permissions'
import type { AppEnv } from '../http/context'
import { routes } from '../http/routes'
import { uuid } from '../http/schemas'
import { type CsvList, csvOf } from './csv-of'

const asCsv = z.object({
  bom: z
    .enum(['true', 'false'])
    .default('false')
    .openapi({ description: 'true: begin with the mark by which Excel knows UTF-8' }),
})

/** What the routes share; each says its path, its subject and its filter. */
const shared = (what: string) => ({
  method: 'get' as const,
  tags: ['Exports'],
  summary: `${what} as CSV, whatever their number`,
  responses: {
    200: {
      description: 'UTF-8, commas, a header; amounts in cents, instants as ISO 8601',
      content: { 'text/csv': { schema: { type: 'string' as const } } },
    },
  },
})

const contacts = createRoute({
  ...shared('Customers'),
  path: '/contacts.csv',
  middleware: needs('see', 'contact'),
  request: {
    query: asCsv.extend({ search: z.string().max(200).optional(), segmentId: uuid.optional() }),
  },
})

const orders = createRoute({
  ...shared('Orders'),
  path: '/orders.csv',
  middleware: needs('see', 'contact'),
  request: { query: asCsv.extend(orderFilter.shape) },
})

const messages = createRoute({
  ...shared('Messages'),
  path: '/messages.csv',
  middleware: needs('see', 'message'),
  request: { query: asCsv.extend(messageFilter.shape) },
})

const products = createRoute({
  ...shared('Products'),
  path: '/products.csv',
  middleware: needs('see', 'product'),
  request: { query: asCsv },
})

/** Writes a list out while it is read; whoever goes away ends the reading. */
function send<Row extends object>(
  c: Context<AppEnv>,
  { bom, ...list }: CsvList<Row> & { bom: string; name: string },
) {
  c.header('content-type', 'text/csv; charset=utf-8')
  c.header('content-disposition', `attachment; filename="${list.name}.csv"`)
  return stream(c, async (out) => {
    for await (const piece of csvOf(list, { bom: bom === 'true' })) {
      if (out.aborted) return
      await out.write(piece)
    }
  })
}

export const listRoutes = routes()
  .openapi(contacts, (c) => {
    const { bom, search, segmentId } = c.req.valid('query')
    return send(c, {
      bom,
      name: 'contacts',
      columns: [
        'id',
        'externalId',
        'email',
        'phone',
        'firstName',
        'lastName',
        'locale',
        'timeZone',
        'createdAt',
        'lastVisitAt',
        'lastOrderAt',
        'ordersCount',
        'revenueCents',
      ],
      page: (request) => findContacts(c.get('scope'), { ...request, search, segmentId }),
    })
  })
  .openapi(orders, (c) => {
    const { bom, ...filter } = c.req.valid('query')
    return send(c, {
      bom,
      name: 'orders',
      columns: [
        'orderId',
        'contactId',
        'externalId',
        'email',
        'at',
        'revenueCents',
        'refundedCents',
        'saidCents',
        'currency',
        'coupons',
      ],
      page: (request) => listOrders(c.get('scope'), filter, request),
    })
  })
  .openapi(messages, (c) => {
    const { bom, ...filter } = c.req.valid('query')
    return send(c, {
      bom,
      name: 'messages',
      columns: [
        'id',
        'contactId',
        'flowId',
        'nodeId',
        'channel',
        'subject',
        'state',
        'reason',
        'attempts',
        'queuedAt',
        'sentAt',
      ],
      page: (request) => listMessages(c.get('scope'), filter, request),
    })
  })
  .openapi(products, (c) =>
    send(c, {
      bom: c.req.valid('query').bom,
      name: 'products',
      columns: [
        'productId',
        'title',
        'url',
        'imageUrl',
        'category',
        'brand',
        'creator',
        'priceCents',
        'currency',
        'stock',
      ],
      page: (request) => listProducts(c.get('scope'), request),
    }),
  )
