/** Details for the trace: a stable code and the values its words need. */
export interface Note {
  code: string
  params?: Record<string, string | number | boolean | null>
}

/** A call to the outside, made after the transaction by an activity of its own. */
export interface CallRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  headers: Record<string, string>
  body: string | null
}

/** A node's answer: leave by an exit, wait, ask the outside, or end the run. */
export type Step =
  | { kind: 'leave'; exit: string; note?: Note }
  | { kind: 'wait'; dueAt: Date | null; listens: string[]; note?: Note; heldBy?: string }
  | { kind: 'call'; request: CallRequest; note?: Note }
  | { kind: 'end'; as: 'goal' | 'exit'; detail: string | null; note?: Note }

/** Leaves by an exit of the node. */
export const leaveBy = (exit: string, note?: Note): Step => ({ kind: 'leave', exit, note })

/** Not yet: an instant (null = none), and the events that wake it sooner. */
export const waitUntil = (dueAt: Date | null, listens: string[] = [], note?: Note): Step => ({
  kind: 'wait',
  dueAt,
  listens,
  note,
})

/** Held by the gate for this reason: asked again at an instant, or sooner when one of these events comes. */
export const heldUntil = (dueAt: Date, reason: string, listens: string[] = []): Step => ({
  kind: 'wait',
  dueAt,
  listens,
  heldBy: reason,
  note: { code: 'message-held', params: { reason, until: dueAt.toISOString() } },
})

/** Asks the outside; the node is resumed with the result. */
export const callOut = (request: CallRequest, note?: Note): Step => ({
  kind: 'call',
  request,
  note,
})

/** Ends the run here, as goal or as exit. */
export const endRun = (as: 'goal' | 'exit', detail: string | null): Step => ({
  kind: 'end',
  as,
  detail,
})
