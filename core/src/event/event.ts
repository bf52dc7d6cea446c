import { z } from 'zod'

export const eventTypes = ['track', 'page', 'identify', 'alias'] as const

/** A dated fact about a contact as stored: kept once, never edited. */
export interface StoredEvent {
  id: string
  messageId: string
  contactId: string | null
  anonymousId: string | null
  type: (typeof eventTypes)[number]
  /** `page` for pages, `identify` and `alias` for those; else the track's own name. */
  name: string
  properties: Record<string, unknown>
  context: Record<string, unknown>
  at: Date
  receivedAt: Date
  source: string
  warnings: EventWarning[]
}

/** A value that could not be taken as sent: what was done instead. */
export interface EventWarning {
  code: string
  field: string
}

export const signals = ['visit', 'order', 'open', 'click'] as const
export const signal = z.enum(signals)
/** visit = first page of a session, order = Order Completed, open, click = of an email. */
export type Signal = z.infer<typeof signal>
