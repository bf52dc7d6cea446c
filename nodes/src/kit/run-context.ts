import type { Signal } from '@relance/core/event/event'
import type { Typology } from '@relance/core/graph/typology'
import type { Rule, RuleAnswer } from '@relance/core/rule/rule'
import type { Note } from './step'

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

export interface SendRequest {
  channel: 'email'
  templateId: string
  offerId: string | null
  /** What to do when the message may not go now. */
  whenHeld: 'wait' | 'skip' | 'leave'
  /** What kind of message it is, where the step says it differs from its scenario. */
  typology: Typology | null
}

/**
 * Queued; or not, with the gate's reason (no-address, no-consent, suppressed, cap, …): held until an instant, at which
 * the step asks again, or refused.
 */
export type SendAnswer =
  | { queued: true }
  | {
      queued: false
      reason: string
      until: Date | null
      /** Held because they get less than usual: a visit, a click or an order may give them room at once. */
      isLowered?: boolean
    }

/** An event that woke a wait. */
export interface WakingEvent {
  id: string
  name: string
  at: Date
  properties: Record<string, unknown>
}

/** The end of a call: what came back, or why nothing did, in English and as a stable code. */
export type CallResult =
  | { ok: true; status: number; body: string }
  | { ok: false; status: number | null; error: string; fault?: string }

/** Why a node is resumed. Nothing set: the due instant has come. */
export interface Woken {
  wokenBy?: WakingEvent
  callResult?: CallResult
}

/** Everything a running node may see and do, inside the burst's transaction. */
export interface RunContext {
  nodeId: string
  /** 1 on the first pass through this node, 2 on the second … */
  visit: number
  now: Date
  /** The trigger's instant: the event's, the last cart activity, the scheduled time. */
  anchorAt: Date
  enteredAt: Date
  /** When the contact arrived at this node. */
  enteredNodeAt: Date
  /** The flow's zone, else the workspace's. IANA name. */
  timeZone: string
  contact: ContactFacts
  /** In [0, 1): the same for this contact, flow, entry and node for good. */
  random(): number
  ask(rule: Rule): Promise<RuleAnswer>
  send(request: SendRequest): Promise<SendAnswer>
  setField(field: string, value: string | number | boolean | null): Promise<void>
  /** Fills `{{ … }}` with the contact, its cart, the triggering event. Throws AppError invalid. */
  fill(template: string): Promise<string>
  /** A line in the trace. */
  note(note: Note): void
}
