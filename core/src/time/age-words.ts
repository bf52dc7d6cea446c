import type { Language } from '../words/language'

const UNITS = [
  { seconds: 86_400, en: 'd', fr: 'j' },
  { seconds: 3_600, en: 'h', fr: 'h' },
  { seconds: 60, en: 'min', fr: 'min' },
] as const

/** How long ago, in one short measure, rounded down: "0.4 s", "12 s", "5 min", "3 h", "2 d". */
export function ageWords(seconds: number, language: Language): string {
  const space = '\u00a0'
  const unit = UNITS.find((one) => seconds >= one.seconds)
  if (unit) return `${Math.floor(seconds / unit.seconds)}${space}${unit[language]}`
  const shown = seconds < 10 ? Math.floor(seconds * 10) / 10 : Math.floor(seconds)
  return `${new Intl.NumberFormat(language).format(Math.max(0, shown))}${space}s`
}
