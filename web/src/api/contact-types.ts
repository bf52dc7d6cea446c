import type { BehaviourLabel } from '@relance/core/contact/behaviour'
import type { SeenLeaf } from '@relance/core/rule/rule'
import type { ContactRef } from './types'

export type ConsentState = 'given' | 'refused' | 'unknown'

export interface ContactRow extends ContactRef {
  phone: string | null
  locale: string | null
  timeZone: string | null
  createdAt: string
}

/** A line of the list; the figures stand beside the name. */
export interface ListedContact extends ContactRow {
  lastVisitAt: string | null
  lastOrderAt: string | null
  ordersCount: number
  revenueCents: number
}

export interface ContactState {
  lastVisitAt: string | null
  lastOrderAt: string | null
  lastOpenAt: string | null
  lastClickAt: string | null
  visitsCount: number
  ordersCount: number
  revenueCents: number
  usualVisitGapDays: number | null
  usualOrderGapDays: number | null
}

export interface Contact extends ContactRow {
  traits: Record<string, unknown>
  consents: Record<
    string,
    { state: ConsentState; source: string | null; wording: string | null; at: string | null }
  >
  consentAskedAt: string | null
  suppressed: { channel: string; reason: string; at: string }[]
  state: ContactState
  behaviour: {
    labels: BehaviourLabel[]
    interests: string[]
    favouriteCategory: string | null
    favouriteBrand: string | null
    favouriteCreator: string | null
  }
  /** Null for whoever has no order that stands. */
  rfm: {
    r: number
    f: number
    m: number
    total: number
    percentile: number
    currentValue: number
    potentialValue: number
    asOf: string
  } | null
  identities: { kind: 'external' | 'anonymous'; value: string }[]
  carts: {
    id: string
    state: 'open' | 'ordered' | 'emptied'
    lines: { title: string | null; quantity: number }[]
    valueCents: number
    currency: string | null
    lastActivityAt: string
  }[]
  sections: { section: string; pages: number; lastAt: string }[]
}

export type TimelineKind = 'event' | 'message' | 'session' | 'step'

export interface TimelineItem {
  id: string
  at: string
  kind: TimelineKind
  icon: string | null
  title: string
  detail: string | null
  messageId?: string
  enrolmentId?: string | null
  flowId?: string
}

export interface Message {
  id: string
  flowId: string | null
  nodeId: string | null
  contactId: string
  channel: string
  subject: string | null
  state: 'queued' | 'sending' | 'sent' | 'refused' | 'failed'
  reason: string | null
  queuedAt: string
  sentAt: string | null
}

/** Why a step's message came or did not, in one run; without one: why they never entered. */
export interface WhyAnswer {
  enrolmentId: string | null
  enteredAt: string | null
  outcome: 'sent' | 'waiting' | 'not-sent' | 'not-entered'
  at: string | null
  reason: string | null
  words: string
  seen: SeenLeaf[] | null
}
