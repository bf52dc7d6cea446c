import type { NewMessage } from '@relance/db/message/queue-message'
import type { Walk } from './walk'

/**
 * What stands for the time ahead where a walk is rehearsed. In life there is none: what is not known yet is waited
 * for, and what a step does reaches others.
 */
export interface Outlook {
  /** Messages of earlier bursts of the same walk: in life they are in the database by now. */
  readonly sent: readonly NewMessage[]
  /** Before a step runs: makes true what is assumed to have happened by now. Throws when the rehearsal is over. */
  before(walk: Walk): Promise<void>
  /** A step has asked for a message, or the gate has held or refused it: looked at as that person would get it. */
  asked(walk: Walk, message: NewMessage): Promise<void>
}
