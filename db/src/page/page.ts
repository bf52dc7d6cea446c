import { AppError } from '@relance/core/error/app-error'
import { z } from 'zod'

const DEFAULT_LIMIT = 50
const MAX_LIMIT = 500

/** Which part of a list is asked for: after `cursor`, at most `limit` items. */
export const pageRequest = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
})
export type PageRequest = z.infer<typeof pageRequest>

/** A part of a list; `next` is null at its end. */
export interface Page<Item> {
  items: Item[]
  next: string | null
}

const keys = z.array(z.union([z.string(), z.number()]))

/** The sort key a cursor stands for, or null at the beginning. Throws AppError invalid on a made-up one. */
export function readCursor(cursor: string | undefined, length: number): (string | number)[] | null {
  if (cursor === undefined) return null
  try {
    return keys.length(length).parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch (cause) {
    throw new AppError('invalid', 'This cursor is not one of ours.', { field: 'cursor' }, { cause })
  }
}

/**
 * One page out of rows read with `limit + 1`: the row too many says that there is a next page.
 * @param keyOf the sort key of a row, which the next page begins after
 */
export function pageOf<Row>(
  rows: Row[],
  limit: number,
  keyOf: (row: Row) => (string | number)[],
): Page<Row> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const more = rows.length > limit && last !== undefined
  return {
    items,
    next: more ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null,
  }
}
