import { durationParts } from '@relance/core/time/duration-parts'
import type { Language } from '@relance/core/words/language'
import { formatWords } from './format-message'

export const durationUnits = ['minutes', 'hours', 'days', 'weeks', 'months'] as const
export type DurationUnit = (typeof durationUnits)[number]

/** An ISO duration, not a negative one, as one number and one unit, the largest that says it exactly. Throws RangeError for a text that is none. */
export function splitDuration(iso: string): { value: number; unit: DurationUnit } {
  const parts = durationParts(iso)
  if (!parts) throw new RangeError('not a duration')
  const { years, months, weeks, days, hours, minutes } = parts
  if (years || months) return { value: years * 12 + months, unit: 'months' }
  if (minutes) return { value: (weeks * 7 + days) * 1440 + hours * 60 + minutes, unit: 'minutes' }
  if (hours) return { value: (weeks * 7 + days) * 24 + hours, unit: 'hours' }
  if (days) return { value: weeks * 7 + days, unit: 'days' }
  return weeks ? { value: weeks, unit: 'weeks' } : { value: 0, unit: 'days' }
}

const iso: Record<DurationUnit, (value: number) => string> = {
  minutes: (value) => `PT${value}M`,
  hours: (value) => `PT${value}H`,
  days: (value) => `P${value}D`,
  weeks: (value) => `P${value}W`,
  months: (value) => `P${value}M`,
}

/** The ISO 8601 text of a number and a unit. */
export const joinDuration = (value: number, unit: DurationUnit) => iso[unit](value)

/** `P14D` as "14 days". A text that is no duration is shown as it is. */
export function formatDuration(language: Language, text: string): string {
  try {
    const { value, unit } = splitDuration(text)
    return formatWords(language, `duration.${unit}`, { n: value })
  } catch (error) {
    if (error instanceof RangeError) return text
    throw error
  }
}
