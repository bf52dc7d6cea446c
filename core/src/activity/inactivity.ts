import { z } from 'zod'
import { rule } from '../rule/rule'
import { duration } from '../time/duration'
import type { Words } from '../words/language'

/** What may break a silence; `app` is the app being opened. */
export const silenceSignals = ['visit', 'order', 'open', 'click', 'app'] as const
export type SilenceSignal = (typeof silenceSignals)[number]

/** When a workspace calls somebody inactive. */
export const inactivityDefinition = z.object({
  name: z.string().trim().min(1).max(120),
  /** The lowest is asked first; the first one that is about somebody decides. */
  priority: z.int().min(0).max(1000),
  signals: z.array(z.enum(silenceSignals)).min(1),
  /** `all`: none of the signals for so long · `any`: one of them missing for so long is enough. */
  match: z.enum(['any', 'all']).default('all'),
  /** Counted in whole local days, months by the calendar: 31 August and six months is 28 February. */
  for: duration,
  /** Only people for whom this holds; null: everybody. */
  appliesTo: rule.nullable().default(null),
  /** Only people who have bought in this product category; null: everybody. */
  category: z.string().min(1).nullable().default(null),
  /** Not before so many days after the first contact, and so many mails delivered. */
  graceDays: z.int().min(0).max(3650).default(0),
  graceMessages: z.int().min(0).max(1000).default(0),
})
export type InactivityDefinition = z.infer<typeof inactivityDefinition>

/** What holds until a workspace has said otherwise: a shop's customers without visit and order for 90 days. */
export const proposedInactivity: Omit<InactivityDefinition, 'name'> = {
  priority: 0,
  signals: ['visit', 'order'],
  match: 'all',
  for: 'P90D',
  appliesTo: null,
  category: null,
  graceDays: 0,
  graceMessages: 0,
}

/** What an inactivity is like. */
export const inactivityKinds = ['technical', 'commercial', 'neither', 'undetermined'] as const
export type InactivityKind = (typeof inactivityKinds)[number]

export const inactivityKindWords: Readonly<Record<InactivityKind, Words>> = {
  technical: { en: 'technical', fr: 'technique' },
  commercial: { en: 'commercial', fr: 'commerciale' },
  neither: { en: 'neither technical nor commercial', fr: 'ni technique ni commerciale' },
  undetermined: { en: 'undetermined', fr: 'indéterminée' },
}
