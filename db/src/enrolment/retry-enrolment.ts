import { AppError } from '@relance/core/error/app-error'
import type { Scope } from '../connection/scope'
import { askAgain, changeEnrolment } from './change-enrolment'

/** Runs the step again that stopped an enrolment, with the same message key. */
export const retryEnrolment = (scope: Scope, enrolmentId: string): Promise<void> =>
  changeEnrolment(scope, enrolmentId, async (tx, enrolment) => {
    if (enrolment.state !== 'attention')
      throw new AppError('conflict', 'This person does not need attention.')
    await askAgain(tx, enrolmentId, 'retry')
  })
