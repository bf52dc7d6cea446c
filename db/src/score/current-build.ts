import type { Breakpoints } from '@relance/core/score/rfm'
import { breakpointsOf, type RfmFigures } from '@relance/core/score/rfm-figures'
import { askedOnce } from '../connection/batched'

/** The scoring that customers are measured against. */
export interface CurrentBuild {
  id: string
  asOf: Date
  breakpoints: Breakpoints
  figures: RfmFigures
}

/** The latest scoring of everybody; null where there has been none, or nobody had ordered. */
export const currentBuild = askedOnce(
  async ({ sql, workspaceId }): Promise<CurrentBuild | null> => {
    const [row] = await sql<{ id: string; asOf: Date; figures: RfmFigures }[]>`
    select b.id, b.as_of as "asOf", b.figures from score_state z
    join score_builds b on b.workspace_id = z.workspace_id and b.id = z.build_id
    where z.workspace_id = ${workspaceId}`
    return row && row.figures.customers > 0
      ? { ...row, breakpoints: breakpointsOf(row.figures.cells) }
      : null
  },
)
