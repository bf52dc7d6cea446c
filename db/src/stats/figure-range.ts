import { z } from 'zod'
import type { Tx } from '../connection/scope'

/** Whose runs count: all of a scenario's, those of one version, those who entered in the last days, or both. */
export const figureRange = z.object({
  /** Runs that are on this version now; whoever was moved to it brings along where they had been. */
  version: z.coerce.number().int().min(1).max(1_000_000).optional(),
  /** Runs that were entered in the last so many times 24 hours, by the workspace's clock. */
  days: z.coerce.number().int().min(1).max(366).optional(),
})
export type FigureRange = z.infer<typeof figureRange>

/** A range as runs are compared with it: null where a side of it leaves nobody out. */
export interface RunRange {
  version: number | null
  since: Date | null
}

/** Reads a range by the workspace's clock. The only version there is leaves nobody out, so nobody looks at it. */
export async function readRange(
  { sql, workspaceId }: Tx,
  flowId: string,
  { version, days }: FigureRange,
): Promise<RunRange> {
  const [read] = await sql<{ hasOthers: boolean; since: Date | null }[]>`
    select workspace_now(${workspaceId}) - make_interval(days => ${days ?? null}::int) as since, exists (
      select 1 from flow_versions where workspace_id = ${workspaceId} and flow_id = ${flowId}
        and version <> ${version ?? null}) as "hasOthers"`
  return { version: (read?.hasOthers && version) || null, since: read?.since ?? null }
}

/** The condition on runs `e` that a range makes, to be put after others. */
export const inRange = ({ sql }: Tx, { version, since }: RunRange) => sql`
  ${version === null ? sql`` : sql`and e.version = ${version}`}
  ${since === null ? sql`` : sql`and e.entered_at >= ${since}`}`

/** Whether a range leaves nobody out. */
export const isEverybody = ({ version, since }: RunRange): boolean =>
  version === null && since === null
