import { nextLocalTime } from '@relance/core/time/local-time'
import type { Tx } from '../connection/scope'
import type { TakenLine } from './take-activity-line'

/** On a real clock the rungs are looked at this often; a rule sees the exact rung at any moment. */
const EVERY_MS = 60_000

/** Up to when a line looks now: its daily time of day that came last, or now. */
export function lookUntil({ line, clock, settings }: TakenLine): Date {
  if (line.line !== 'at-risk-day') return clock.now
  let last = line.nextAt
  for (;;) {
    const next = nextDaily(last, settings.atRiskCheckAt, clock.timeZone)
    if (next > clock.now) return last
    last = next
  }
}

const nextDaily = (after: Date, at: string, timeZone: string) =>
  nextLocalTime(new Date(after.getTime() + 1), { at }, timeZone)

/** Notes where a look stands: within it, after the one taken last, or done, with the instant of the next. */
export async function lookAgain(
  { sql, workspaceId }: Tx,
  taken: TakenLine,
  last: { at: string; contactId: string } | null,
): Promise<void> {
  const { line, clock, settings } = taken
  const until = lookUntil(taken)
  const nextAt =
    line.line === 'at-risk-day'
      ? nextDaily(until, settings.atRiskCheckAt, clock.timeZone)
      : new Date(until.getTime() + (clock.kind === 'test' ? 1 : EVERY_MS))
  await sql`
    update activity_lines set cursor_at = (${last?.at ?? null}::text)::timestamptz, cursor_contact = ${last?.contactId ?? null},
      watermark = ${last ? line.watermark : until}, next_at = ${last ? line.nextAt : nextAt}
    where workspace_id = ${workspaceId} and line = ${line.line}`
}
