import { Temporal } from 'temporal-polyfill'
import type { Plan } from '../plan/plan'
import { nextOccurrence } from '../time/next-occurrence'
import { firstWaveAt } from './waves'

/** When an audience's turn comes: at one instant or by a rule, by one clock or each by their own. */
export interface TriggerSchedule {
  at: string | null
  rrule: string | null
  isLocal: boolean
}

/** The schedule a plan's trigger draws: a date of each person is looked for every day. Null where it draws none. */
export function scheduleOf({ nodes, entry }: Plan): TriggerSchedule | null {
  const { type, config } = nodes[entry] ?? {}
  if (type === 'on-date') {
    const { hour, minute } = Temporal.PlainTime.from(String(config?.at ?? '09:00'))
    const rrule = `FREQ=DAILY;BYHOUR=${hour};BYMINUTE=${minute}`
    return { at: null, rrule, isLocal: config?.zone !== 'workspace' }
  }
  if (type !== 'on-schedule') return null
  const { at, rrule, zone } = config ?? {}
  return {
    at: typeof rrule === 'string' ? null : String(at),
    rrule: typeof rrule === 'string' ? rrule : null,
    isLocal: zone === 'contact',
  }
}

/** The occurrence of a rule after an instant: what the scenario's own clock calls it, and when it begins anywhere. */
export function occurrenceAfter(
  rrule: string | null,
  isLocal: boolean,
  after: Date,
  timeZone: string,
): { occursAt: Date | null; nextAt: Date | null } {
  const occursAt = rrule === null ? null : nextOccurrence(rrule, after, timeZone)
  return { occursAt, nextAt: occursAt && beginsAt(occursAt, isLocal, timeZone) }
}

/** When an occurrence begins: where each goes by their own clock, with the first clock anywhere that shows the hour. */
export const beginsAt = (at: Date, isLocal: boolean, timeZone: string): Date =>
  isLocal ? firstWaveAt(at, timeZone) : at
