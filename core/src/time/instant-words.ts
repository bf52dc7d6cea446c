import type { Language } from '../words/language'

const NO_BREAK = '\u00a0'

/** A local time as people write it: “09:00”, « 9 h », « 14 h 30 ». Takes `HH:MM`. */
export function timeWords(at: string, language: Language): string {
  if (language === 'en') return at
  const [hour = '0', minute = '00'] = at.split(':')
  const hours = `${Number(hour)}${NO_BREAK}h`
  return minute === '00' ? hours : `${hours}${NO_BREAK}${minute}`
}

/** The parts of an instant as a wall clock there shows them. */
function wallClock(instant: Date, language: Language, timeZone: string) {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr', {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
}

/** A date as people write it: “16 March 2026”, « 16 mars 2026 ». */
export function dateWords(instant: Date, language: Language, timeZone: string): string {
  const { day, month, year } = wallClock(instant, language, timeZone)
  const first = language === 'fr' && day === '1' ? '1er' : day
  return `${first} ${month} ${year}`
}

/** A date and time as people write them: “16 March 2026, 11:00”, « 16 mars 2026 à 11 h ». */
export function instantWords(instant: Date, language: Language, timeZone: string): string {
  const { hour, minute } = wallClock(instant, language, timeZone)
  const time = timeWords(`${hour}:${minute}`, language)
  return `${dateWords(instant, language, timeZone)}${language === 'en' ? ', ' : ' à '}${time}`
}
