import type { Plan } from '@relance/core/plan/plan'
import type { SeenLeaf } from '@relance/core/rule/rule'
import type { EndReason } from '@relance/db/enrolment/enrolment'
import type { TraceLine } from '@relance/db/trace/write-trace'
import type { Beginning } from './begin'
import type { Choice, ChoicesMade } from './choice'
import type { AskedMail } from './drawn-mail'

/** Who is to walk which plan, from when, and what is taken for what nobody can know. */
export interface RehearsalRequest {
  plan: Plan
  contactId: string
  /** A run they really lived, whose beginning is taken. Else the trigger says when they would come in. */
  runId?: string
  /** How they come in, where that is known already: re-entry is then the caller's. */
  beginning?: Beginning
  /** When they come in; what happened later is not known then. */
  at?: Date
  /** What happened later is not known, as if the workspace stood at this instant; by default it stands at its now. */
  knownUntil?: Date
  /** The clock is moved as far as this, and no further. */
  until?: Date
  choices: ChoicesMade
  /** Walks on although they would not be let in. */
  evenIf?: boolean
  /** False where nobody looks at the mails. */
  draws?: boolean
}

/** Why somebody would not be let in, with what the rule saw. */
export interface RefusedEntry {
  code: string
  params: Record<string, string | number | boolean | null>
  seen: SeenLeaf[]
}

/** The path somebody would take: what the engine would have traced, and what it would have sent. */
export interface Rehearsal {
  contactId: string
  runId: string | null
  at: Date
  anchorAt: Date
  /** Nothing that happened brings them in: it is taken to happen. */
  isAssumed: boolean
  refused: RefusedEntry | null
  /** The workspace's now: later than this nothing is known. */
  presentAt: Date
  /** Where the rehearsal's own clock stands at the end. */
  now: Date
  lines: TraceLine[]
  mails: AskedMail[]
  choices: Choice[]
  end: { reason: EndReason; detail: string | null; at: Date } | null
  /** Where they stand, if they have not come to an end; null where they never came in. */
  standing: {
    nodeId: string
    visit: number
    dueAt: Date | null
    heldBy: string | null
    error: string | null
  } | null
  /** Their last visit by then; null: none, or they never came in. */
  lastVisitAt: Date | null
  /** The way is longer than a rehearsal may take. */
  isCutShort: boolean
}
