import { z } from 'zod'
import { word } from '../id/ids'

/** Something a workspace writes about, which a person may want or not; named in both languages. */
export const topic = z.object({
  key: word,
  en: z.string().trim().min(1).max(80),
  fr: z.string().trim().min(1).max(80),
})
export type Topic = z.infer<typeof topic>

/** What a workspace's preference page offers. */
export const preferenceSettings = z.object({
  topics: z
    .array(topic)
    .max(20)
    .refine((topics) => new Set(topics.map(({ key }) => key)).size === topics.length, {
      error: 'has two topics of the same key',
    })
    .default([]),
  /** How long “write to me again later” lasts. */
  pauseDays: z.int().min(1).max(365).default(30),
  /** Whether a yes to emails, said on the site, counts only once it was confirmed by the link of a mail. */
  doubleOptIn: z.boolean().default(false),
})
export type PreferenceSettings = z.infer<typeof preferenceSettings>
