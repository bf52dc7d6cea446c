import { z } from 'zod'

/** Where a shop publishes its catalogue, and how often it is fetched. */
export const feedSettings = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2000),
  everyHours: z.int().min(1).max(168).default(24),
})
export type FeedSettings = z.infer<typeof feedSettings>

/** Why a feed could not be fetched. */
export const feedFailures = [
  'private-address',
  'unreachable',
  'bad-answer',
  'too-many-redirects',
  'too-slow',
  'too-large',
  'not-a-table',
] as const
export type FeedFailure = (typeof feedFailures)[number]
