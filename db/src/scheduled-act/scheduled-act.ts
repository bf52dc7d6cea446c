import type { Words } from '@relance/core/words/language'
import type { PublishRequest } from '../flow/publish-flow'
import type { PeopleChoice } from '../flow/settle-people'
import type { SavedCheck } from '../saved-check/saved-check'

export type Act = 'start' | 'end'

/** What is to happen to a scenario by itself. */
export interface ScheduledAct {
  at: Date
  people: PeopleChoice
  /** The name of whoever scheduled it; null for a script. */
  by: string | null
  madeAt: Date
  /** Of a start: steps and rules of the draft are still those that were scheduled. */
  isCurrent: boolean
}

/** A start whose instant came in vain, and why. */
export interface FailedStart {
  at: Date
  reason: Words
}

/** What is scheduled of one scenario, and what failed and nobody has seen to. */
export interface Scheduled {
  start: ScheduledAct | null
  end: ScheduledAct | null
  failed: FailedStart | null
}

/** A saved check as it stood when a start was confirmed: what is expected of it later says nothing of what was scheduled. */
export interface ConfirmedCheck extends Pick<SavedCheck, 'id' | 'compares' | 'asked' | 'expected'> {
  /** It failed already, and whoever scheduled the start said that it may. */
  fails: boolean
}

/** What was chosen with a start, besides what becomes of those inside. */
export interface StartChoices
  extends Pick<PublishRequest, 'alsoPast' | 'targets' | 'spread' | 'note'> {
  /** Its mails will leave for the world: senders must be verified then, too. */
  sendsForReal: boolean
  /** Absent: scheduled before checks were kept with a start; then none is walked. */
  checks?: ConfirmedCheck[]
}
