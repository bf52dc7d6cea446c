import { addToDate } from '@relance/core/time/add-to-date'
import { atLocalTime, nextLocalTime, startOfDate } from '@relance/core/time/local-time'
import { readLocalDate } from '@relance/core/time/read-local-date'
import type { Weekday } from '@relance/core/time/weekday'
import type { Run } from './run'

export type LocalWait = {
  field?: string | null
  offset?: string
  at: string
  weekdays?: Weekday[] | null
  zone?: 'contact' | 'workspace'
}

/** The instant such a wait ends; null where the person has no such date. */
export function dateOf(wait: LocalWait, run: Run, ofShop: string): number | null {
  const shared = run.version.settings.timeZone ?? ofShop
  const zone = wait.zone === 'workspace' ? shared : (run.person.timeZone ?? shared)
  if (!wait.field) return nextLocalTime(new Date(run.enteredNodeAt), wait, zone).getTime()
  const date = readLocalDate(run.person.traits[wait.field] ?? null, zone)
  if (!date) return null
  const day = addToDate(date, wait.offset ?? 'P0D')
  const at = wait.weekdays?.length
    ? nextLocalTime(startOfDate(day, zone), wait, zone)
    : atLocalTime(day, wait.at, zone)
  return at.getTime()
}
