import { z } from '@hono/zod-openapi'
import { AppError } from '@relance/core/error/app-error'
import type { ReportSettings } from '@relance/core/report/report-settings'
import { lastDays, type Span } from '@relance/core/report/report-spans'
import { parseInstant } from '@relance/core/time/parse-instant'
import type { Scope } from '@relance/db/connection/scope'
import type { ReportKey } from '@relance/db/report/report-group'
import { reportGroups } from '@relance/db/report/report-group'
import { getWorkspace } from '@relance/db/workspace/get-workspace'

const DAYS = 30
const moment = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], {
    error: 'must be an instant such as 2026-03-02T10:30:00Z, or a date such as 2026-03-02',
  })
  .optional()

/** The messages a report is about, by when they were sent. */
export const periodQuery = z.object({
  from: moment.openapi({
    description: 'An instant, or a date, which begins at midnight in the workspace’s zone',
  }),
  to: moment.openapi({ description: 'Likewise; what is sent at it is not in it. Left out: now' }),
  days: z.coerce.number().int().min(1).max(3650).default(DAYS).openapi({
    description: 'Where no `from` is given: so many local days, that of `to` included',
  }),
})

/** One row of a report; without it, all messages together. */
export const keyQuery = z.object({
  by: z.enum(reportGroups).default('mail'),
  key: z.string().min(1).max(200).optional(),
})

/** The row asked for. */
export const keyOf = ({ by, key }: z.infer<typeof keyQuery>): ReportKey | undefined =>
  key === undefined ? undefined : { by, key }

export interface ReportPeriod extends Span {
  timeZone: string
  credit: ReportSettings
}

/** What was asked for, in the workspace's zone and with its own window. Throws AppError invalid where it ends before it begins. */
export async function periodOf(
  scope: Scope,
  { from, to, days }: z.infer<typeof periodQuery>,
): Promise<ReportPeriod> {
  const { timeZone, clock, reports } = await getWorkspace(scope)
  const instantOf = (text: string, field: string) => {
    const instant = parseInstant(text, timeZone)
    if (!instant) throw new AppError('invalid', 'There is no such date.', { field })
    return instant
  }
  const now = to ? new Date(instantOf(to, 'to').getTime() - 1) : clock.now
  const span = lastDays(days, now, timeZone)
  const asked = { from: from ? instantOf(from, 'from') : span.from, to: span.to }
  if (asked.from >= asked.to)
    throw new AppError('invalid', 'This period ends before it begins.', { field: 'to' })
  return { ...asked, timeZone, credit: reports }
}
