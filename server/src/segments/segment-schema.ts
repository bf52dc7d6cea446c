import { z } from '@hono/zod-openapi'
import { instant, json, uuid } from '../http/schemas'

/** A rule tree, as it is stored. */
const rule = json.openapi({
  description: 'A tree of and, or, not over fields, events, segments and consents',
  example: {
    and: [
      { event: 'Order Completed', count: { op: '>=', value: 2 }, within: 'P12M' },
      { field: 'lastVisitAt', op: '<=', value: { ago: 'P21D' } },
    ],
  },
})

/** A rule as it is sent: what is wrong with it is told with its place in the tree. */
export const ruleIn = z.unknown().openapi({
  type: 'object',
  description:
    'A rule tree. What cannot be asked is refused with `field`, its place (`rule.and.0`), and `reason`.',
})

export const name = z.string().trim().min(1).max(120)

export const segment = z
  .object({
    id: uuid,
    name: z.string(),
    rule,
    revision: z.int(),
    count: z.int(),
    isFilling: z.boolean(),
    createdAt: instant,
    updatedAt: instant,
  })
  .openapi('Segment')

export const usedBy = z.array(
  z.object({ kind: z.enum(['flow', 'segment', 'inactivity']), id: uuid, name: z.string() }),
)

/** Fields of the rule that nobody has: it may be asked, and holds for nobody. */
export const unknownFields = z.array(z.object({ path: z.string(), field: z.string() }))
