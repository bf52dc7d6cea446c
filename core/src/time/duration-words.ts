import { formatMessage, type Messages } from '../words/format-message'
import type { Language } from '../words/language'
import { durationParts } from './duration-parts'

const units = {
  years: {
    en: '{n, plural, one {# year} other {# years}}',
    fr: '{n, plural, one {# an} other {# ans}}',
  },
  months: { en: '{n, plural, one {# month} other {# months}}', fr: '{n, plural, other {# mois}}' },
  weeks: {
    en: '{n, plural, one {# week} other {# weeks}}',
    fr: '{n, plural, one {# semaine} other {# semaines}}',
  },
  days: {
    en: '{n, plural, one {# day} other {# days}}',
    fr: '{n, plural, one {# jour} other {# jours}}',
  },
  hours: {
    en: '{n, plural, one {# hour} other {# hours}}',
    fr: '{n, plural, one {# heure} other {# heures}}',
  },
  minutes: {
    en: '{n, plural, one {# minute} other {# minutes}}',
    fr: '{n, plural, one {# minute} other {# minutes}}',
  },
  seconds: {
    en: '{n, plural, one {# second} other {# seconds}}',
    fr: '{n, plural, one {# seconde} other {# secondes}}',
  },
} satisfies Messages

type Unit = keyof typeof units
const order: readonly Unit[] = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds']

/**
 * A duration as people say it, in the units it was written in: “14 days”, « 1 heure 30 minutes ». The sign is left out.
 * Throws RangeError for a text that is none.
 */
export function durationWords(text: string, language: Language): string {
  const duration = durationParts(text)
  if (!duration) throw new RangeError('not a duration')
  const said = order.filter((unit) => duration[unit] > 0)
  const shown = said.length > 0 ? said : (['minutes'] as const)
  return shown.map((unit) => formatMessage(units, unit, language, { n: duration[unit] })).join(' ')
}
