import { addToDate } from '@relance/core/time/add-to-date'
import { atLocalTime, localDate, nextLocalTime, startOfDate } from '@relance/core/time/local-time'
import { readLocalDate } from '@relance/core/time/read-local-date'
import type { Weekday } from '@relance/core/time/weekday'
import type { ContactFacts } from '../kit/run-context'

interface DateWait {
  field?: string | null
  offset: string
  at: string
  weekdays?: readonly Weekday[] | null
}

/**
 * The instant such a wait ends, reckoned from the arrival: the next such local time, or the local time
 * on the contact's date ± offset. A birthday means the next one. Null where the contact has no such date.
 */
export function dueDate(
  wait: DateWait,
  contact: ContactFacts,
  from: Date,
  timeZone: string,
): Date | null {
  if (!wait.field) return nextLocalTime(from, wait, timeZone)
  const date = readLocalDate(fieldOf(contact, wait.field), timeZone)
  if (date === null) return null
  if (wait.field !== 'birthday') return onDay(date)
  const { year } = localDate(from, timeZone)
  for (let next = year - 1; ; next++) {
    const instant = onDay(date.with({ year: next }))
    if (instant >= from) return instant
  }

  function onDay(day: typeof date & object): Date {
    const moved = addToDate(day, wait.offset)
    if (!wait.weekdays?.length) return atLocalTime(moved, wait.at, timeZone)
    return nextLocalTime(startOfDate(moved, timeZone), wait, timeZone)
  }
}

function fieldOf(contact: ContactFacts, field: string): unknown {
  if (field === 'createdAt') return contact.createdAt
  return Object.hasOwn(contact.traits, field) ? contact.traits[field] : null
}
