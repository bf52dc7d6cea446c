import { getClock } from '../clock/workspace-clock'
import type { Scope } from '../connection/scope'
import { wakeEnrolment } from '../outbox/wake'
import { writeTrace } from '../trace/write-trace'
import { changeEnrolment } from './change-enrolment'
import { saveEnrolment } from './save-enrolment'

/** Ends an enrolment by hand, with a reason that its history keeps. */
export const endEnrolment = (scope: Scope, enrolmentId: string, reason: string): Promise<void> =>
  changeEnrolment(scope, enrolmentId, async (tx, e) => {
    const { now } = await getClock(tx)
    await writeTrace(tx, [
      {
        enrolmentId: e.id,
        flowId: e.flowId,
        contactId: e.contactId,
        burst: e.bursts,
        at: now,
        nodeId: e.nodeId,
        visit: e.visit,
        kind: 'ended',
        code: 'removed',
        params: { reason },
      },
    ])
    await saveEnrolment(tx, {
      ...e,
      state: 'ended',
      endedAt: now,
      endReason: 'removed',
      endDetail: reason,
      dueAt: null,
      exitDueAt: null,
      listens: [],
      nodeListens: [],
      callId: null,
      again: null,
      error: null,
    })
    await wakeEnrolment(tx, enrolmentId)
  })
