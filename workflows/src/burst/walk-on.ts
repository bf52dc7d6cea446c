import { AppError } from '@relance/core/error/app-error'
import { insertCall } from '@relance/db/call/calls'
import { deliverToListeners } from '@relance/db/enrolment/inbox'
import { insertEnrolment } from '@relance/db/enrolment/insert-enrolment'
import { saveEnrolment } from '@relance/db/enrolment/save-enrolment'
import { closeHeld } from '@relance/db/message/close-held'
import { queueMessage } from '@relance/db/message/queue-message'
import { writeTrace } from '@relance/db/trace/write-trace'
import { type Step, waitUntil } from '@relance/nodes/kit/step'
import { endListens, exitDueAt } from './check-ends'
import { type Call, runNode } from './run-node'
import { takeStep } from './take-step'
import { messageKey, nodeHere, trace, type Walk } from './walk'

/** More than this in one burst is a loop that no wait slows down. */
const MAX_STEPS = 100

/** Runs the node where the walk stands as `first` says, then node after node, until one waits, calls or ends. */
export async function walkOn(walk: Walk, first: Call): Promise<void> {
  let call = first
  for (let step = 1; walk.enrolment.state !== 'ended'; step++) {
    if (step > MAX_STEPS) return stopAtLimit(walk)
    await walk.outlook?.before(walk)
    const answer = await runNode(walk, call)
    if (!answer) return
    const moved = await takeStep(walk, heldUntil(walk, call, answer.step), answer.seen)
    if (moved) {
      call = { kind: 'enter' }
      continue
    }
    // A wait whose instant has passed already is over: it never becomes a timer.
    const { state, dueAt } = walk.enrolment
    if (state !== 'waiting' || !dueAt || dueAt > walk.clock.now) return
    call = { kind: 'resume', woken: {} }
  }
}

/** A wait that a move has ended is waited on until the instant that was dealt, still hearing what it listened for. */
function heldUntil({ enrolment, clock }: Walk, call: Call, step: Step): Step {
  const until = call.kind === 'moved' ? call.notBefore : null
  if (step.kind !== 'leave' || !until || until <= clock.now) return step
  const note = { code: 'spread-until', params: { at: until.toISOString() } } as const
  return waitUntil(until, enrolment.nodeListens, note)
}

function stopAtLimit(walk: Walk): void {
  const message = `${MAX_STEPS} steps without a wait`
  trace(walk, 'attention', { code: 'step-limit' })
  Object.assign(walk.enrolment, {
    state: 'attention',
    error: { message },
    dueAt: null,
    nodeListens: [],
    callId: null,
  })
}

/**
 * What follows from where the walk stands: what it listens for, when it may end by itself, and which of its mails an
 * end takes back. The end of every burst, before anything is written.
 */
export function settleWalk(walk: Walk): { keepMails: boolean } {
  const { enrolment } = walk
  if (enrolment.state !== 'ended') {
    enrolment.exitDueAt = exitDueAt(walk)
    enrolment.listens = [...new Set([...enrolment.nodeListens, ...endListens(walk)])]
  }
  // What a drawn End lets pass behind it still goes out, whatever it counts as; every other end takes it back.
  const keepMails = enrolment.endReason === 'end' || nodeHere(walk).type === 'end'
  if (enrolment.state === 'ended' && !keepMails) takeBack(walk)
  return { keepMails }
}

/** Writes where the walk has come to, with its messages, calls and trace: the end of every burst. */
export async function saveWalk(walk: Walk): Promise<void> {
  const { enrolment, tx, lines, messages, calls } = walk
  const { keepMails } = settleWalk(walk)
  const given = passedBy(walk)
  // Rows that refer to an enrolment come after it.
  if (walk.isNew) await insert(walk)
  await Promise.all([
    !walk.isNew && saveEnrolment(tx, enrolment, { keepMails }),
    given && closeHeld(tx, given),
    ...messages.map((message) => queueMessage(tx, message)),
    ...calls.map((call) => insertCall(tx, call)),
    writeTrace(tx, lines),
  ])
  for (const { heard, keys } of walk.heard)
    await deliverToListeners(tx, enrolment.contactId, heard, keys)
  walk.engine.meter.burst(enrolment.state)
}

/** The message that was held at a step which is behind now without having sent it. */
function passedBy({ held, enrolment, messages, lines }: Walk) {
  const isHeldStill = enrolment.heldBy !== null && held === messageKey(enrolment)
  if (held === null || isHeldStill || messages.some(({ key }) => key === held)) return null
  const tooLate = lines.some(({ code }) => code === 'too-late')
  const reason = enrolment.state === 'ended' ? 'ended' : tooLate ? 'too-late' : 'skipped'
  return { key: held, reason }
}

const takeBack = ({ messages }: Walk) => {
  for (const message of messages)
    if (message.state === 'queued') Object.assign(message, { state: 'refused', reason: 'ended' })
}

/** Re-entry was asked under the contact's lock, so nobody can have come in between. */
async function insert({ tx, enrolment }: Walk): Promise<void> {
  if (await insertEnrolment(tx, enrolment)) return
  throw new AppError('internal', 'This customer has entered the scenario with this key before.')
}
