import { z } from '@hono/zod-openapi'

/** An instant in an answer: ISO 8601 UTC. */
export const instant = z
  .date()
  .openapi({ type: 'string', format: 'date-time', example: '2026-03-02T10:30:00.000Z' })

/** An instant in a request. */
export const instantIn = z.iso
  .datetime({ offset: true, error: 'must be an instant such as 2026-03-02T10:30:00Z' })
  .transform((text) => new Date(text))
  .openapi({ type: 'string', format: 'date-time' })

export const uuid = z.uuid({ error: 'must be an id' })

/** Free JSON, documented elsewhere. */
export const json = z.record(z.string(), z.unknown())

/** A list's answer. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

/** `?cursor=&limit=` of a list. */
export const pageQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})

/** A JSON body that must be there. */
export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  content: { 'application/json': { schema } },
  required: true as const,
})

/** A JSON answer. */
export const answer = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  content: { 'application/json': { schema } },
  description,
})

/** An answer without a body. */
export const nothing = (description: string) => ({ description })
