import { formatMessage, type Messages } from '../words/format-message'
import type { Language } from '../words/language'
import { timeWords } from './instant-words'
import { recurrenceParts } from './recurrence'
import { weekdays, weekdayWords } from './weekday'

const words = {
  DAILY: { en: 'day', fr: 'jour' },
  WEEKLY: { en: 'week', fr: 'semaine' },
  MONTHLY: { en: 'month', fr: 'mois' },
  YEARLY: { en: 'year', fr: 'année' },
  HOURLY: { en: 'hour', fr: 'heure' },
  MINUTELY: { en: 'minute', fr: 'minute' },
  SECONDLY: { en: 'second', fr: 'seconde' },
} satisfies Messages

const pattern = {
  several: {
    en: '{n} {unit, select, day {days} week {weeks} month {months} year {years} hour {hours} minute {minutes} other {seconds}}',
    fr: '{n} {unit, select, jour {jours} semaine {semaines} mois {mois} année {années} heure {heures} minute {minutes} other {secondes}}',
  },
  on: { en: '{every}, on {days}', fr: '{every}, le {days}' },
  at: { en: '{every} at {time}', fr: '{every} à {time}' },
  day: { en: 'day {n}', fr: '{n, plural, one {1er} other {#}}' },
  and: { en: '{first} and {last}', fr: '{first} et {last}' },
} satisfies Messages

/** A recurrence to follow “Every” / « Chaque »: “Monday at 09:00”, “month, on day 1 at 09:00”. */
export function recurrenceWords(rrule: string, language: Language): string {
  const { freq, interval = 1, byDay, byMonthDay, byHour, byMinute } = recurrenceParts(rrule)
  const unit = words[freq][language]
  const days = (byDay ?? []).map((token) => dayWords(token, language))
  const dates = (byMonthDay ?? []).map((n) => formatMessage(pattern, 'day', language, { n }))
  const onDays = list([...days, ...dates], language)
  const weekly = freq === 'WEEKLY' && interval === 1 && days.length > 0
  const every =
    interval > 1 ? formatMessage(pattern, 'several', language, { n: interval, unit }) : unit
  const said = weekly
    ? onDays
    : onDays === ''
      ? every
      : formatMessage(pattern, 'on', language, { every, days: onDays })
  if (!byHour?.length) return said
  const minute = String(byMinute?.[0] ?? 0).padStart(2, '0')
  const times = byHour.map((hour) =>
    timeWords(`${String(hour).padStart(2, '0')}:${minute}`, language),
  )
  return formatMessage(pattern, 'at', language, { every: said, time: list(times, language) })
}

const tokens = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

function dayWords(token: string, language: Language): string {
  const day = weekdays[tokens.indexOf(token.slice(-2))]
  return day ? weekdayWords[day][language] : token
}

/** Things one after the other: “a, b and c”. */
function list(items: readonly string[], language: Language): string {
  if (items.length < 2) return items[0] ?? ''
  const last = items.at(-1) ?? ''
  return formatMessage(pattern, 'and', language, { first: items.slice(0, -1).join(', '), last })
}
