import {
  type ScoreSettings,
  type ScoreSettingsChange,
  scoreBounds,
} from '@relance/core/score/score-settings'
import { readNumber } from './read-number'

/** The settings of scores as they stand in the form; shares are percentages, `window` '' is all orders. */
export type ScoreForm = Record<keyof ScoreSettings, string>

/** The fields that are numbers, each with what it may be; shares as percentages. */
export const scoreRanges = {
  highCurrentValue: scoreBounds.highCurrentValue,
  highPotentialValue: scoreBounds.highPotentialValue,
  topShare: { from: 1, to: 99 },
  aimedRevenueShare: { from: 1, to: 99 },
  fewestCases: scoreBounds.fewestCases,
} as const
type Ranged = keyof typeof scoreRanges

const isRanged = (field: string): field is Ranged => Object.hasOwn(scoreRanges, field)

export const scoreFormOf = (settings: ScoreSettings): ScoreForm => ({
  window: settings.window ?? '',
  rebuildAt: settings.rebuildAt,
  highCurrentValue: String(settings.highCurrentValue),
  highPotentialValue: String(settings.highPotentialValue),
  fewestCases: String(settings.fewestCases),
  topShare: String(Math.round(settings.topShare * 100)),
  aimedRevenueShare: String(Math.round(settings.aimedRevenueShare * 100)),
})

/** Which fields cannot be taken as they stand: a number out of its range or not whole, a time that is none. */
export const wrongInScoreForm = (form: ScoreForm): (keyof ScoreForm)[] =>
  (Object.keys(form) as (keyof ScoreForm)[]).filter((field) => {
    if (field === 'rebuildAt') return !/^\d\d:\d\d$/.test(form.rebuildAt)
    if (!isRanged(field)) return false
    const value = readNumber(form[field])
    const { from, to } = scoreRanges[field]
    return value === null || !Number.isInteger(value) || value < from || value > to
  })

/** What the form changes of the settings; nothing of what it leaves as it was. */
export function changedScores(form: ScoreForm, before: ScoreSettings): ScoreSettingsChange {
  const was = scoreFormOf(before)
  const change: ScoreSettingsChange = {}
  for (const field of Object.keys(form) as (keyof ScoreForm)[]) {
    if (form[field] === was[field]) continue
    if (field === 'window') change.window = form.window || null
    else if (field === 'rebuildAt') change.rebuildAt = form.rebuildAt
    else {
      const value = readNumber(form[field]) ?? 0
      change[field] = field === 'topShare' || field === 'aimedRevenueShare' ? value / 100 : value
    }
  }
  return change
}
