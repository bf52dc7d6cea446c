import { z } from 'zod'
import { duration } from '../time/duration'

export const operators = [
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  'contains',
  'starts-with',
  'known',
] as const
export type Operator = (typeof operators)[number]

const scalar = z.union([z.string(), z.number(), z.boolean()])
/** A literal, a list for `in`, or an instant counted back from `$now`. */
export const ruleValue = z.union([scalar, z.array(scalar), z.object({ ago: duration })])
export type RuleValue = z.infer<typeof ruleValue>

/** A field of the contact, or of an event's properties inside `where`. */
export const fieldLeaf = z.object({
  field: z.string().min(1),
  op: z.enum(operators),
  value: ruleValue.optional(),
})
export type FieldLeaf = z.infer<typeof fieldLeaf>

const comparison = z.object({ op: z.enum(['=', '!=', '<', '<=', '>', '>=']), value: z.number() })

export interface EventLeaf {
  /** The event's name, as stored. */
  event: string
  /** A rule over the event's properties. */
  where?: Rule | null
  /** How many such events; at least one when absent. */
  count?: { op: '=' | '!=' | '<' | '<=' | '>' | '>='; value: number }
  /** The sum of a numeric property over them, instead of a count. */
  sum?: { property: string; op: '=' | '!=' | '<' | '<=' | '>' | '>='; value: number }
  /** Only those of the last duration, both ends included. */
  within?: string
  /** Only those since `entry`, `anchor`, or since the contact left the node of that id. */
  since?: string
  /** Only those about the message of the node of that id. */
  of?: string
}

/** One rule tree for filters, conditions, segments, exit rules and caps. */
export type Rule =
  | { and: Rule[] }
  | { or: Rule[] }
  | { not: Rule }
  | FieldLeaf
  | EventLeaf
  | { segment: string; member: boolean }
  | { consent: string; state: 'given' | 'refused' | 'unknown' }

export const eventLeaf: z.ZodType<EventLeaf> = z.lazy(() =>
  z.object({
    event: z.string().min(1),
    where: rule.nullish(),
    count: comparison.optional(),
    sum: comparison.extend({ property: z.string().min(1) }).optional(),
    within: duration.optional(),
    since: z.string().min(1).optional(),
    of: z.string().min(1).optional(),
  }),
)

export const rule: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    z.strictObject({ and: z.array(rule) }),
    z.strictObject({ or: z.array(rule) }),
    z.strictObject({ not: rule }),
    z.strictObject(fieldLeaf.shape),
    eventLeaf,
    z.strictObject({ segment: z.string().min(1), member: z.boolean() }),
    z.strictObject({ consent: z.string().min(1), state: z.enum(['given', 'refused', 'unknown']) }),
  ]),
)

/** One leaf of a rule with the value it saw; `path` points into the tree (`or.0`, `and.1.not`). */
export interface SeenLeaf {
  path: string
  leaf: Rule
  value: string | number | boolean | string[] | null
  holds: boolean
}

/** A rule's answer for one contact at one instant, with every leaf. */
export interface RuleAnswer {
  holds: boolean
  seen: SeenLeaf[]
}
