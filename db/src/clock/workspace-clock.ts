import { AppError } from '@relance/core/error/app-error'
import { askedOnce } from '../connection/batched'

export interface WorkspaceClock {
  kind: 'real' | 'test'
  /** To the millisecond. */
  now: Date
  timeZone: string
  locale: string
  currency: string
}

/** The workspace's now and what local times depend on. Read it after the contact's lock, not before. */
export const getClock = askedOnce(async (tx): Promise<WorkspaceClock> => {
  const [clock] = await tx.sql<WorkspaceClock[]>`
    select clock_kind as kind, workspace_now(id) as now, time_zone as "timeZone", locale, currency
    from workspaces where id = ${tx.workspaceId}`
  if (!clock) throw new AppError('not-found', 'This workspace does not exist.')
  return clock
})
