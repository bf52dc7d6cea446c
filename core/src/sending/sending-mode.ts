import type { Words } from '../words/language'

/**
 * How a message comes about. Manual: to an audience, at an instant somebody chose. Interactive: the answer to an act,
 * reached within 60 seconds of it with no wait on the way. Automated: whatever else a trigger begins.
 */
export const sendingModes = ['manual', 'automated', 'interactive'] as const
export type SendingMode = (typeof sendingModes)[number]

/** What each mode is called. */
export const modeWords: Readonly<Record<SendingMode, Words>> = {
  manual: { en: 'Manual', fr: 'Manuel' },
  automated: { en: 'Automated', fr: 'Automatisé' },
  interactive: { en: 'Interactive', fr: 'Interactif' },
}

/** An interactive message is asked for within so many seconds of the act, and is to arrive within as many. */
export const INTERACTIVE_WITHIN_SECONDS = 60

/** What a message is asked for by. */
export interface Asked {
  /** The type of the step its scenario begins with. */
  trigger: string
  /** Nothing was waited for since the entry. */
  isFirstBurst: boolean
  /** When what began the run happened, and when the step asks. */
  actedAt: Date
  now: Date
}

/** The mode a message is of, decided where its step asks for it; whatever holds it afterwards changes nothing. */
export function sendingMode({ trigger, isFirstBurst, actedAt, now }: Asked): SendingMode {
  if (trigger === 'on-schedule') return 'manual'
  const isSoon = now.getTime() - actedAt.getTime() <= INTERACTIVE_WITHIN_SECONDS * 1000
  return trigger === 'on-event' && isFirstBurst && isSoon ? 'interactive' : 'automated'
}
