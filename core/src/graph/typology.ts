import type { Words } from '../words/language'

/** The kinds a campaign may be of: whom it is for, and whether limits hold for it. */
export const typologies = [
  'information',
  'prospecting',
  'loyalty',
  'survey',
  'event',
  'service',
] as const
export type Typology = (typeof typologies)[number]

export const typologyWords: Readonly<Record<Typology, Words>> = {
  information: { en: 'information', fr: 'information' },
  prospecting: { en: 'prospecting', fr: 'prospection' },
  loyalty: { en: 'loyalty', fr: 'fidélisation' },
  survey: { en: 'survey', fr: 'enquête' },
  event: { en: 'event', fr: 'événement' },
  service: { en: 'service', fr: 'service' },
}
