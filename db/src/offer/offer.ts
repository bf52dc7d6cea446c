import { duration } from '@relance/core/time/duration'
import { z } from 'zod'

/** What a client says of a new offer: a credit off the next order. */
export const newOffer = z.object({
  /** How scenario templates refer to it. */
  key: z.string().min(1).max(100).nullish(),
  name: z.string().trim().min(1).max(200),
  kind: z.literal('credit').default('credit'),
  valueCents: z.int().positive(),
  /** ISO 4217; the workspace's where absent. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullish(),
  /** Smallest order it applies to. */
  minimumCents: z.int().min(0).default(0),
  /** ISO 8601 duration from the day it is reserved. */
  validFor: duration.default('P30D'),
})
export type NewOffer = z.input<typeof newOffer>

export interface Offer {
  id: string
  key: string | null
  name: string
  kind: 'credit'
  valueCents: number
  currency: string
  minimumCents: number
  validFor: string
  createdAt: Date
  /** How many codes were sent, and used by an order. */
  shown: number
  used: number
}
