import type { OutsideCall } from '@relance/db/call/calls'
import type { InboxItem } from '@relance/db/enrolment/inbox'
import { arrive, takeStep } from './take-step'
import { nodeHere, trace, type Walk } from './walk'
import { walkOn } from './walk-on'

/** Does what is to be done for a live enrolment: what somebody asked, a call's end, events, a due instant. */
export async function goOn(
  walk: Walk,
  inbox: InboxItem[],
  call: OutsideCall | undefined,
): Promise<void> {
  const { enrolment, clock } = walk
  if (enrolment.again === 'move' || enrolment.again === 'move-spread') {
    if (await goMoved(walk, inbox)) return
  } else if (enrolment.again) return goAsAsked(walk, enrolment.again)
  if (enrolment.state === 'attention') return
  if (call?.result && enrolment.state === 'calling') {
    const { result } = call
    trace(
      walk,
      'woken',
      result.ok
        ? { code: 'call-answered', params: { status: result.status } }
        : {
            code: 'call-failed',
            params: { error: result.error, ...(result.fault && { fault: result.fault }) },
          },
    )
    enrolment.state = 'waiting'
    enrolment.callId = null
    return walkOn(walk, { kind: 'resume', woken: { callResult: result } })
  }
  if (await hear(walk, inbox)) return
  if (enrolment.state === 'waiting' && enrolment.dueAt && enrolment.dueAt <= clock.now) {
    await walkOn(walk, { kind: 'resume', woken: {} })
  }
}

/** Tells the step, one by one, what it waited for. True once the step is left behind: the rest was meant for it. */
async function hear(walk: Walk, inbox: InboxItem[]): Promise<boolean> {
  const { enrolment } = walk
  for (const item of inbox) {
    trace(walk, 'woken', { code: 'woken-by', params: { event: item.name } })
    const at = enrolment.nodeId
    const visit = enrolment.visit
    await walkOn(walk, {
      kind: 'resume',
      woken: {
        wokenBy: { id: item.eventId, name: item.name, at: item.at, properties: item.properties },
      },
    })
    if (enrolment.state !== 'waiting' || enrolment.nodeId !== at || enrolment.visit !== visit)
      return true
  }
  return false
}

/**
 * Goes on by the new version: first with what was waited for meanwhile, then with the wait as it is drawn now. Whoever
 * was spread has in `dueAt` when they may leave the step at the earliest.
 */
async function goMoved(walk: Walk, inbox: InboxItem[]): Promise<boolean> {
  const { enrolment } = walk
  const notBefore = enrolment.again === 'move-spread' ? enrolment.dueAt : null
  enrolment.again = null
  trace(walk, 'note', { code: 'moved', params: { to: enrolment.version } })
  // A call under way is waited for on the old terms; its result is read by the new version's step.
  if (enrolment.state === 'calling') return false
  enrolment.error = null
  if (enrolment.state === 'attention') enrolment.state = 'waiting'
  if (!(await hear(walk, inbox))) await walkOn(walk, { kind: 'moved', notBefore })
  return true
}

async function goAsAsked(walk: Walk, again: string): Promise<void> {
  const { enrolment } = walk
  enrolment.again = null
  enrolment.error = null
  if (enrolment.state === 'attention') enrolment.state = 'waiting'
  if (again.startsWith('skip:')) {
    const exit = again.slice('skip:'.length) || Object.keys(nodeHere(walk).next)[0] || ''
    enrolment.callId = null
    enrolment.state = 'waiting'
    if (
      await takeStep(walk, { kind: 'leave', exit, note: { code: 'skipped', params: { exit } } }, [])
    ) {
      await walkOn(walk, { kind: 'enter' })
    }
    return
  }
  if (again.startsWith('go:')) {
    enrolment.callId = null
    enrolment.state = 'waiting'
    arrive(walk, again.slice('go:'.length))
    return walkOn(walk, { kind: 'enter' })
  }
  if (again === 'enter') {
    arrive(walk, enrolment.nodeId)
    trace(walk, 'note', { code: 'moved', params: { to: enrolment.version } })
  }
  if (again === 'retry') trace(walk, 'note', { code: 'retried' })
  await walkOn(walk, { kind: 'enter' })
}
