import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

const signOf = (text: string): number | null => {
  try {
    return Temporal.Duration.from(text).sign
  } catch {
    return null
  }
}

/**
 * An ISO 8601 duration, zero or more: `PT30M`, `P14D`, `P6M`.
 * Days and less are exact multiples of 24 h; months and years go by a calendar.
 */
export const duration = z
  .string()
  .refine((text) => (signOf(text) ?? -1) >= 0, { error: 'not a duration' })

/** An ISO 8601 duration before (`-P7D`) or after (`P7D`) something. */
export const signedDuration = z
  .string()
  .refine((text) => signOf(text) !== null, { error: 'not a duration' })
