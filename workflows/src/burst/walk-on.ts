import { saveEnrolment } from '@relance/db/enrolment/save-enrolment'
import { writeTrace } from '@relance/db/trace/write-trace'
import { endListens, exitDueAt } from './check-ends'
import { type Call, runNode } from './run-node'
import { takeStep } from './take-step'
import { trace, type Walk } from './walk'

/** More than this in one burst is a loop that no wait slows down. */
const MAX_STEPS = 100

/** Runs the node where the walk stands as `first` says, then node after node, until one waits, calls or ends. */
export async function walkOn(walk: Walk, first: Call): Promise<void> {
  let call = first
  for (let step = 1; walk.enrolment.state !== 'ended'; step++) {
    if (step > MAX_STEPS) return stopAtLimit(walk)
    const answer = await runNode(walk, call)
    if (!answer) return
    const moved = await takeStep(walk, answer.step, answer.seen)
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

/** Writes back where the walk has come to, with its trace: the end of every burst. */
export async function saveWalk(walk: Walk): Promise<void> {
  const { enrolment, tx, lines } = walk
  if (enrolment.state !== 'ended') {
    enrolment.exitDueAt = exitDueAt(walk)
    enrolment.listens = [...new Set([...enrolment.nodeListens, ...endListens(walk)])]
  }
  await Promise.all([saveEnrolment(tx, enrolment), writeTrace(tx, lines)])
}
