import { z } from 'zod'
import type { Words } from '../words/language'

/** What somebody does, as a label of theirs: worked out, never typed. */
export const behaviourLabels = ['subscriber', 'buyer', 'referrer', 'responsive'] as const
export type BehaviourLabel = (typeof behaviourLabels)[number]

export const behaviourLabelWords: Readonly<Record<BehaviourLabel, Words>> = {
  subscriber: { en: 'subscriber', fr: 'abonné' },
  buyer: { en: 'buyer', fr: 'acheteur' },
  referrer: { en: 'referrer', fr: 'prescripteur' },
  responsive: { en: 'responsive', fr: 'réactif' },
}

/** What a workspace calls responsive: at least one click in the last so many local days. */
export const behaviourSettings = z.object({
  responsiveDays: z.int().min(1).max(3650).default(90),
})
export type BehaviourSettings = z.infer<typeof behaviourSettings>
