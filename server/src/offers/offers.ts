import { createRoute, z } from '@hono/zod-openapi'
import { createOffer } from '@relance/db/offer/create-offer'
import { listOffers } from '@relance/db/offer/list-offers'
import { newOffer } from '@relance/db/offer/offer'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, instant, pageOf, uuid } from '../http/schemas'

const tags = ['Offers']
const offer = z
  .object({
    id: uuid,
    key: z.string().nullable(),
    name: z.string(),
    kind: z.literal('credit'),
    valueCents: z.int(),
    currency: z.string(),
    minimumCents: z.int(),
    validFor: z.string(),
    createdAt: instant,
    shown: z.int(),
    used: z.int(),
  })
  .openapi('Offer')

const list = createRoute({
  method: 'get',
  path: '/offers',
  tags,
  summary: 'Offers, with how many of their codes were shown and used',
  middleware: needs('see', 'offer'),
  responses: { 200: answer(pageOf(offer), 'All of them') },
})

const create = createRoute({
  method: 'post',
  path: '/offers',
  tags,
  summary: 'Make an offer: a fixed credit, one single-use code a person',
  middleware: needs('draw', 'offer'),
  request: { body: body(newOffer) },
  responses: { 201: answer(offer, 'The offer') },
})

export const offerRoutes = routes()
  .openapi(list, async (c) => c.json({ items: await listOffers(c.get('scope')), next: null }, 200))
  .openapi(create, async (c) => c.json(await createOffer(c.get('scope'), c.req.valid('json')), 201))
