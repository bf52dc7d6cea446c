import { z } from 'zod'

/** The most hours over which those are spread who would all go on at once: three days. */
export const MOST_SPREAD_HOURS = 72

/** Whole hours to spread people over, as an ISO duration: `PT1H` to `PT72H`. */
export const spread = z
  .string()
  .refine((text) => isWithin(Number(/^PT(\d{1,2})H$/.exec(text)?.[1])), {
    error: `must be whole hours from PT1H to PT${MOST_SPREAD_HOURS}H`,
  })

const isWithin = (hours: number) => hours >= 1 && hours <= MOST_SPREAD_HOURS
