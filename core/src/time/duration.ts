import { z } from 'zod'
import { durationParts } from './duration-parts'

/**
 * An ISO 8601 duration, zero or more: `PT30M`, `P14D`, `P6M`.
 * Days and less are exact multiples of 24 h; months and years go by a calendar.
 */
export const duration = z
  .string()
  .refine((text) => (durationParts(text)?.sign ?? -1) >= 0, { error: 'not a duration' })

/** An ISO 8601 duration before (`-P7D`) or after (`P7D`) something. */
export const signedDuration = z
  .string()
  .refine((text) => durationParts(text) !== null, { error: 'not a duration' })
