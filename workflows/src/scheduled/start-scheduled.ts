import type { Language } from '@relance/core/words/language'
import { holdWorkspace } from '@relance/db/clock/workspace-lock'
import type { Tx } from '@relance/db/connection/scope'
import { publishFlow } from '@relance/db/flow/publish-flow'
import { finishAct } from '@relance/db/scheduled-act/finish-act'
import type { TakenStart } from '@relance/db/scheduled-act/take-act'
import { neededApprovals } from '@relance/db/sending/approvals'
import { compileDraft, planOrThrow } from '../compile/compile-draft'

/**
 * Publishes what was kept when it was scheduled, under the name of whoever did so. Checked anew: what it needs may be gone.
 * @throws AppError conflict with `problems` or `missing`, as publishing does
 */
export async function startScheduled(tx: Tx, start: TakenStart, language: Language) {
  const { draft, plan, people, madeAt, madeBy, id } = start
  const { sendsForReal, checks: _, ...choices } = start.choices
  await holdWorkspace(tx)
  planOrThrow(await compileDraft(tx, draft, language, { sendsForReal, fixesOnly: true }))
  const by = madeBy ?? undefined
  const request = { draft, plan, people, by, needs: neededApprovals(plan), scheduledAt: madeAt }
  const published = await publishFlow({ ...tx, actor: by }, { ...request, ...choices })
  await finishAct(tx, id, { outcome: 'done' })
  return published
}
