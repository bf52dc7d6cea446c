import { z } from 'zod'

/** One text in French and English, as templates write it. */
export const words = z.strictObject({ en: z.string().min(1), fr: z.string().min(1) })
