import { z } from 'zod'

/** What the gate looks at, in its order. `run`: the scenario itself, which may have ended, or be too late. */
export const gateRules = [
  'run',
  'reach',
  'typology',
  'preferences',
  'reply',
  'sunset',
  'cap',
  'quiet-hours',
  'domain',
] as const
export type GateRule = (typeof gateRules)[number]

/**
 * One look of the gate at a message. Looked at twice: when the step decides, and in the second of sending; held ones
 * again at the instant they may go. A pass has no rule and no reason; only a hold has an `until`.
 */
export const gateLook = z.object({
  at: z.iso.datetime(),
  when: z.enum(['deciding', 'sending']),
  rule: z.enum(gateRules).nullable(),
  outcome: z.enum(['pass', 'hold', 'refuse']),
  reason: z.string().nullable(),
  until: z.iso.datetime().nullable(),
})
export type GateLook = z.infer<typeof gateLook>
