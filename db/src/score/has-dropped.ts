import type { DropLine } from '@relance/core/score/drop-line'
import { subtractFrom } from '@relance/core/time/add-to'
import type { Tx } from '../connection/scope'
import { SCORE_CHANGED } from './tell-score-changes'

const VALUE: Record<Exclude<DropLine['watch'], 'percentile'>, string> = {
  total: 'r + f + m',
  ...{ r: 'r', f: 'f', m: 'm' },
}

/**
 * Whether this very event makes a contact cross a drop line: before it, they had not dropped as far. The best score
 * of the time before is looked up, with what was in force when that time began.
 */
export async function hasDropped(
  tx: Tx,
  contactId: string,
  { name, at, properties }: { name: string; at: Date; properties: Record<string, unknown> },
  { watch, points, within, bottom }: DropLine,
  timeZone: string,
): Promise<boolean> {
  const { dimension, from, to } = properties
  if (name !== SCORE_CHANGED || dimension !== watch) return false
  if (typeof from !== 'number' || typeof to !== 'number' || to >= from) return false
  if (watch === 'percentile') return from >= bottom / 100 && to < bottom / 100
  const best = Math.max(
    from,
    await bestSince(tx, contactId, VALUE[watch], { at, within, timeZone }),
  )
  return best - to >= points && best - from < points
}

async function bestSince(
  { sql, workspaceId }: Tx,
  contactId: string,
  value: string,
  { at, within, timeZone }: { at: Date; within: string; timeZone: string },
): Promise<number> {
  const begin = subtractFrom(at, within, timeZone)
  const [row] = await sql<{ best: number | null }[]>`
    select max(best)::int as best from (
      select ${sql.unsafe(value)} as best from score_history
      where workspace_id = ${workspaceId} and contact_id = ${contactId} and at >= ${begin} and at < ${at}
      union all (
        select ${sql.unsafe(value)} from score_history
        where workspace_id = ${workspaceId} and contact_id = ${contactId} and at < ${begin} order by at desc limit 1)
    ) past`
  return row?.best ?? 0
}
