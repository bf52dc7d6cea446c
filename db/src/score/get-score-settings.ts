import { type ScoreSettings, scoreSettings } from '@relance/core/score/score-settings'
import { askedOnce } from '../connection/batched'

/** How this workspace scores its customers. */
export const getScoreSettings = askedOnce(async ({ sql, workspaceId }): Promise<ScoreSettings> => {
  const [row] = await sql<{ scores: unknown }[]>`
    select settings -> 'scores' as scores from workspaces where id = ${workspaceId}`
  return scoreSettings.parse(row?.scores ?? {})
})
