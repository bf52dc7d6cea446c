import { z } from 'zod'
import type { Words } from '../words/language'

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
export const weekday = z.enum(weekdays)
export type Weekday = (typeof weekdays)[number]

/** Monday first, as Temporal counts: 1 to 7. */
export const weekdayNumber = (day: Weekday): number => weekdays.indexOf(day) + 1

export const weekdayWords: Readonly<Record<Weekday, Words>> = {
  monday: { en: 'Monday', fr: 'lundi' },
  tuesday: { en: 'Tuesday', fr: 'mardi' },
  wednesday: { en: 'Wednesday', fr: 'mercredi' },
  thursday: { en: 'Thursday', fr: 'jeudi' },
  friday: { en: 'Friday', fr: 'vendredi' },
  saturday: { en: 'Saturday', fr: 'samedi' },
  sunday: { en: 'Sunday', fr: 'dimanche' },
}
