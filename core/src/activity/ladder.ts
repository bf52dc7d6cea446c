import type { Words } from '../words/language'

/** The rungs of the ladder of activity, from the top down. */
export const rungs = ['active', 'at-risk', 'dormant', 'lost'] as const
export type Rung = (typeof rungs)[number]

/** A rung as it is said of people. */
export const rungWords: Readonly<Record<Rung, Words>> = {
  active: { en: 'active', fr: 'actif' },
  'at-risk': { en: 'at risk', fr: 'à risque' },
  dormant: { en: 'dormant', fr: 'dormant' },
  lost: { en: 'lost', fr: 'perdu' },
}
