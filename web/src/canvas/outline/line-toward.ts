import type { Direction } from '../keys/walk'
import type { OutlineRow } from './outline-rows'

/** The line an arrow leads to from the one at `at`: up and down by what is in sight, right into a branch, left out of it. */
export function lineToward(
  rows: OutlineRow[],
  at: string | null,
  direction: Direction,
): string | null {
  const place = rows.findIndex(({ key }) => key === at)
  const row = rows[place]
  if (direction === 'last') return rows.at(-1)?.key ?? null
  if (!row || direction === 'first') return rows[0]?.key ?? null
  if (direction === 'left') return row.parent
  if (direction === 'up') return rows[place - 1]?.key ?? null
  const next = rows[place + 1]
  if (direction === 'right') return next?.parent === row.key ? next.key : null
  return next?.key ?? null
}
