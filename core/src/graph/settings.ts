import { z } from 'zod'
import { word } from '../id/ids'
import { quietHours } from '../pressure/pressure-settings'
import { rule } from '../rule/rule'
import { duration } from '../time/duration'
import { typologies } from './typology'

/** The event that makes a run a success. */
export const goal = z.object({ event: z.string().min(1), where: rule.nullish() })
export type Goal = z.infer<typeof goal>

/** A rule that ends a run whenever it becomes true; `key` is the detail recorded with the end. */
export const exitRule = z.object({ key: word, rule })
export type ExitRule = z.infer<typeof exitRule>

export const reentry = z.object({
  /** once ever · once per cart, order or other key · again when `after` has passed since entry. */
  mode: z.enum(['once', 'per-key', 'after']).default('once'),
  after: duration.nullish(),
  /** `endDetail`s after which the contact enters again at once. */
  atOnceAfter: z.array(word).default([]),
})
export type Reentry = z.infer<typeof reentry>

/** Rules of the whole scenario. `goal`: an object, 'none' (said on purpose), or null (not decided). */
export const flowSettings = z.object({
  goal: z
    .union([goal, z.literal('none')])
    .nullable()
    .default(null),
  exitRules: z.array(exitRule).default([]),
  reentry: reentry.default({ mode: 'once', atOnceAfter: [] }),
  /** Ends as `expired` this long after entry. */
  maxStay: duration.nullish(),
  typology: z.enum(typologies).default('loyalty'),
  /** Where limits leave room for one message only, that of the higher number goes first. */
  priority: z.int().min(-100).max(100).default(0),
  /** IANA name; null follows the workspace. */
  timeZone: z.string().nullish(),
  /** Null follows the workspace. */
  quietHours: quietHours.nullish(),
  /** The key of a topic of the workspace: whoever has turned it off gets nothing of this scenario. */
  topic: word.nullish(),
  holdout: z.number().min(0).max(100).nullish(),
})
export type FlowSettings = z.infer<typeof flowSettings>
