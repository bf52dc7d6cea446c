import { z } from 'zod'

/** A local time of day: `09:00`. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not a time' })
