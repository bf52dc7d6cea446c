/** What an enrolment waits for now, as its run needs to know it; no personal data. */
export type Next =
  /** A timer, or none: only a wake ends it. Epoch milliseconds of the database's clock. */
  | { kind: 'wait'; dueAt?: number }
  | { kind: 'call'; callId: string; dueAt?: number }
  /** Nothing to wait for: ended, paused or in need of attention. A wake begins a new run. */
  | { kind: 'park' }

export interface EnrolmentInput {
  workspaceId: string
  enrolmentId: string
  next: Next
}

export interface BurstInput {
  workspaceId: string
  enrolmentId: string
  /** A call that failed for good, by Temporal's word. */
  failed?: string
}

/** Outside calls have a queue of their own beside the runs' one, so that a slow call holds up nobody's burst. */
export const callQueue = (taskQueue: string) => `${taskQueue}-calls`
export const WAKE = 'wake'
