import type { Sql } from '../connection/connect'
import type { Tx } from '../connection/scope'

const CHANNEL = 'drafts'

/** A draft that was changed, by whichever process. */
export interface ChangedDraft {
  workspaceId: string
  flowId: string
  revision: number
}

/** Tells every process at commit that a draft has this revision now. */
export const tellDraft = async (tx: Tx, flowId: string, revision: number): Promise<void> => {
  const changed: ChangedDraft = { workspaceId: tx.workspaceId, flowId, revision }
  await tx.sql`select pg_notify(${CHANNEL}, ${JSON.stringify(changed)})`
}

/**
 * Hears of drafts that change. `onBack`: listening (again), so what was told before may have been missed. Answers how
 * to stop.
 */
export async function hearDrafts(
  sql: Sql,
  onChange: (changed: ChangedDraft) => void,
  onBack: () => void,
): Promise<() => Promise<void>> {
  const { unlisten } = await sql.listen(
    CHANNEL,
    (text) => onChange(JSON.parse(text) as ChangedDraft),
    onBack,
  )
  return unlisten
}
