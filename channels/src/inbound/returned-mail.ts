import type { RefusalClass } from '@relance/core/delivery/class-of-status'

/** A mail that came back, as far as it says what it is. */
export type ReturnedMail =
  /** A server gave up. `code` is the enhanced status, or the best there is; `reason` may name the address. */
  | { kind: 'bounce'; class: RefusalClass; code: string; reason: string }
  /** Somebody pressed “spam”; `feedback` as RFC 5965 names it. */
  | { kind: 'complaint'; feedback: string }
  | { kind: 'reply'; reply: Reply }
  /** Sent by a machine, and about nothing: out of office, still trying, delivered. */
  | { kind: 'automatic' }
  /** A machine's, but in no form that says what became of the mail. */
  | { kind: 'unreadable' }

/** What a person wrote. */
export interface Reply {
  /** The mail's own id, or what it can be told apart by. */
  mailId: string
  from: string
  fromName: string
  subject: string
  /** Everything, what they answer to included. */
  text: string
  /** What they wrote themselves, as far as it can be told from what they quote. */
  said: string
}
