import { z } from '@hono/zod-openapi'
import { rungs } from '@relance/core/activity/ladder'
import { behaviourLabels } from '@relance/core/contact/behaviour'
import { instant, json, uuid } from '../http/schemas'

const text = z.string().nullable()

const score = z.int().min(1).max(5)

const rfm = z
  .object({
    r: score,
    f: score,
    m: score,
    total: z.int(),
    percentile: z.number().openapi({ description: 'Share of customers who are worse, 0 up to 1' }),
    currentValue: z.int(),
    potentialValue: score,
    asOf: z.string(),
  })
  .nullable()
  .openapi('Rfm', { description: 'Null for whoever has no order that stands' })

export const listedContact = z
  .object({
    id: uuid,
    externalId: text,
    email: text,
    phone: text,
    firstName: text,
    lastName: text,
    locale: text,
    timeZone: text,
    createdAt: instant,
    lastVisitAt: instant.nullable(),
    lastOrderAt: instant.nullable(),
    ordersCount: z.int(),
    revenueCents: z.int(),
    rfm,
  })
  .openapi('ListedContact')

export const contact = z
  .object({
    id: uuid,
    externalId: text,
    email: text,
    phone: text,
    firstName: text,
    lastName: text,
    locale: text,
    timeZone: text,
    birthday: text,
    traits: json,
    createdAt: instant,
    consents: z.record(
      z.string(),
      z.object({
        state: z.enum(['given', 'refused']),
        source: z.string(),
        wording: text.openapi({ description: 'The words that were agreed to, or their version.' }),
        at: z.string(),
      }),
    ),
    consentAskedAt: text.openapi({
      description: 'Since when a yes to emails waits to be confirmed by the link of a mail.',
    }),
    suppressed: z.array(z.object({ channel: z.string(), reason: z.string(), at: z.string() })),
    state: z.object({
      lastVisitAt: text,
      lastOrderAt: text,
      lastOpenAt: text,
      lastClickAt: text,
      firstOrderAt: text,
      visitsCount: z.int(),
      ordersCount: z.int(),
      revenueCents: z.int(),
      usualVisitGapDays: z.number().nullable(),
      usualOrderGapDays: z.number().nullable(),
      lastSection: text,
      lastInteractionAt: text,
      ladder: z.enum(rungs),
      ladderSince: text,
    }),
    behaviour: z.object({
      labels: z.array(z.enum(behaviourLabels)),
      interests: z.array(z.string()).openapi({
        description: 'What they said interests them, and the categories they bought or looked at',
      }),
      favouriteCategory: text.openapi({ description: 'Bought most, else looked at most' }),
      favouriteBrand: text,
      favouriteCreator: text,
    }),
    rfm,
    identities: z.array(z.object({ kind: z.enum(['external', 'anonymous']), value: z.string() })),
    carts: z.array(
      z.object({
        id: z.string(),
        state: z.enum(['open', 'ordered', 'emptied']),
        lines: z.array(
          z.object({
            productId: text,
            title: text,
            quantity: z.number(),
            priceCents: z.number().nullable(),
          }),
        ),
        valueCents: z.number(),
        currency: text,
        lastActivityAt: z.string(),
      }),
    ),
    sections: z.array(z.object({ section: z.string(), pages: z.number(), lastAt: z.string() })),
    coupons: z.array(
      z.object({
        code: z.string(),
        offerId: uuid,
        reservedAt: z.string(),
        expiresAt: z.string(),
        usedAt: text,
      }),
    ),
  })
  .openapi('Contact')

export const pastScore = z
  .object({
    at: instant,
    ...{ r: score, f: score, m: score },
    total: z.int(),
    percentile: z.number(),
  })
  .openapi('PastScore')
