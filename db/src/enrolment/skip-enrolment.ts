import type { Scope } from '../connection/scope'
import { askAgain, changeEnrolment } from './change-enrolment'

/** Goes on behind the step where an enrolment stands, by one of its exits (the first when none is named). */
export const skipEnrolment = (scope: Scope, enrolmentId: string, exit?: string): Promise<void> =>
  changeEnrolment(scope, enrolmentId, async (tx) => askAgain(tx, enrolmentId, `skip:${exit ?? ''}`))
