import { z } from 'zod'

/** The channels a person may allow or refuse on their page. */
export const preferenceChannels = ['email', 'sms'] as const
export type PreferenceChannel = (typeof preferenceChannels)[number]

/** What a person has asked for: how often, until when not at all, and about what not. */
export const preferences = z.object({
  wantsLess: z.boolean(),
  /** Nothing commercial before this instant. */
  pausedUntil: z.iso.datetime().nullable(),
  topicsOff: z.array(z.string().max(60)).max(100),
})
export type Preferences = z.infer<typeof preferences>

/** The event by which a person's own page tells of a change. Believed from our own page alone. */
export const PREFERENCES_CHANGED = 'Preferences Changed'

/** What that event carries: all of the preferences, and each channel that was shown. */
export const preferencesChange = preferences.extend({
  channels: z.partialRecord(z.enum(preferenceChannels), z.boolean()),
})
export type PreferencesChange = z.infer<typeof preferencesChange>
