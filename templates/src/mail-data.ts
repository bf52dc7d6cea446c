import type { ShopBrand } from '@relance/core/brand/shop-settings'

/**
 * What a mail may name in `{{ … }}`. Names are snake_case, as Liquid authors expect.
 * Money is in cents (integers) with a `currency` beside it; instants are `Date`s or ISO 8601 strings.
 * Anything may be missing: an unknown name renders as nothing, and `default:` gives it a text.
 */
export interface MailData {
  contact: MailContact
  /** The workspace's now: what `since` counts to. */
  now: Instant
  shop: MailShop
  /** The event that started the scenario, its properties as the sender wrote them. */
  event?: { name: string; at?: Instant | null; properties: Record<string, unknown> } | null
  cart?: MailCart | null
  offer?: MailOffer | null
  /** Products for this person, best first. */
  recommended?: MailProduct[]
  /** Sections the person has seen, most seen first, named as on the site. */
  sections?: string[]
  /** A page of the shop with the selection on it; the shop's own address where there is none. */
  selection_url?: string | null
}

export type Instant = Date | string

export interface MailContact {
  first_name?: string | null
  last_name?: string | null
  email?: string | null
  external_id?: string | null
  /** BCP 47, such as `fr-CA`. */
  locale?: string | null
  last_visit_at?: Instant | null
  last_order_at?: Instant | null
  last_section?: string | null
  /** Whole days; filled from `last_visit_at` and `now` when absent. */
  days_since_visit?: number | null
  favourite_category?: string | null
  favourite_brand?: string | null
  favourite_creator?: string | null
  /** What they said interests them, and the categories they bought or looked at. */
  interests?: string[]
  /** What they do: `subscriber`, `buyer`, `referrer`, `responsive`. */
  labels?: string[]
  /** Everything else known of the contact, as the sender named it. */
  traits?: Record<string, unknown>
}

export interface MailCart {
  lines: MailCartLine[]
  /** Cents, all lines together. */
  value: number
  currency: string
  /** Brings the cart back as it was. */
  recovery_url?: string | null
}

export interface MailCartLine {
  title: string
  url?: string | null
  image?: string | null
  /** Cents, one piece. */
  price?: number | null
  quantity: number
}

export interface MailOffer {
  /** The person's own, single-use code. */
  code: string
  /** Cents. */
  value: number
  currency: string
  expires_at?: Instant | null
  /** Smallest order it applies to, in cents. */
  minimum?: number | null
}

export interface MailProduct {
  title: string
  url?: string | null
  image?: string | null
  /** Cents. */
  price?: number | null
  currency?: string | null
  creator?: string | null
  category?: string | null
}

export interface MailShop {
  name: string
  url?: string | null
  /** Toll-free where there is one; shown as written. */
  phone?: string | null
  /** When someone answers, in the reader's language: "9 am to 6 pm, Monday to Friday". */
  hours?: string | null
  reply_address?: string | null
  chat_url?: string | null
  help_url?: string | null
  /** Postal address, on one line. */
  address?: string | null
  logo_url?: string | null
  /** Used where a price names no currency. */
  currency?: string | null
  /** Colours and font as kept; mails name them as `brand`. */
  brand?: ShopBrand
}

/** Names under `contact` that exist in every workspace; others are `contact.traits.…`. */
export const builtInContactFields = [
  'first_name',
  'last_name',
  'email',
  'external_id',
  'locale',
  'last_visit_at',
  'last_order_at',
  'last_section',
  'days_since_visit',
  'favourite_category',
  'favourite_brand',
  'favourite_creator',
  'interests',
  'labels',
] as const
