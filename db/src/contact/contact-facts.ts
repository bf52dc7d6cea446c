import type { Signal } from '@relance/core/event/event'

/** What a node may know of the contact without asking a rule. */
export interface ContactFacts {
  id: string
  externalId: string | null
  email: string | null
  firstName: string | null
  lastName: string | null
  locale: string | null
  /** IANA name, or null where unknown. */
  timeZone: string | null
  traits: Record<string, unknown>
  createdAt: Date
  /** Last visit, order, open and click; null where never seen. */
  lastAt: Record<Signal, Date | null>
}
