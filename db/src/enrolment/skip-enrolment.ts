import { getClock } from '../clock/workspace-clock'
import type { Scope } from '../connection/scope'
import { writeTrace } from '../trace/write-trace'
import { askAgain, changeEnrolment } from './change-enrolment'

/**
 * Goes on behind the step where an enrolment stands, by one of its exits (the first when none is named).
 * @param reason left out: none was asked; else their history keeps it
 */
export const skipEnrolment = (
  scope: Scope,
  enrolmentId: string,
  { exit, reason }: { exit?: string; reason?: string } = {},
): Promise<void> =>
  changeEnrolment(scope, enrolmentId, async (tx, e) => {
    if (reason) {
      const { now } = await getClock(tx)
      await writeTrace(tx, [
        {
          ...{ enrolmentId: e.id, flowId: e.flowId, contactId: e.contactId, burst: e.bursts },
          ...{ at: now, nodeId: e.nodeId, visit: e.visit, kind: 'note' },
          ...{ code: 'by-hand', params: { reason } },
        },
      ])
    }
    await askAgain(tx, enrolmentId, `skip:${exit ?? ''}`)
  })
