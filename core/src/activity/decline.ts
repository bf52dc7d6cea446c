import type { Words } from '../words/language'

/** Why somebody is said to decline. */
export const declineReasons = ['gap', 'basket', 'both'] as const
export type DeclineReason = (typeof declineReasons)[number]

export const declineReasonWords: Readonly<Record<DeclineReason, Words>> = {
  gap: { en: 'visits further apart', fr: 'des visites espacées' },
  basket: { en: 'smaller baskets', fr: 'des paniers plus petits' },
  both: { en: 'both visits and baskets', fr: 'les visites et les paniers' },
}
