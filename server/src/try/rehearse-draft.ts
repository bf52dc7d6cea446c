import type { Draft } from '@relance/core/graph/draft'
import type { Plan } from '@relance/core/plan/plan'
import type { Language } from '@relance/core/words/language'
import type { Scope } from '@relance/db/connection/scope'
import { getContact } from '@relance/db/contact/get-contact'
import { getDraft } from '@relance/db/flow/get-draft'
import { compileDraft, planOrThrow } from '@relance/workflows/compile/compile-draft'
import { rehearse } from '@relance/workflows/rehearse/rehearse'
import { rehearsingEngine } from '@relance/workflows/rehearse/rehearsing-engine'
import { readerOf } from '../enrolments/trace-reader'
import { readSettings } from '../flows/flow-schemas'
import type { Log } from '../log'
import { tellPath } from './tell-path'
import type { TriedPath, TryRequest } from './try-schemas'

interface Asked {
  scope: Scope
  log: Log
  language: Language
}

/**
 * The path one customer would take through a scenario as it is drawn.
 * @throws AppError conflict with `problems` where it cannot be compiled yet; not-found; limit-reached
 */
export async function rehearseDraft(
  { scope, log, language }: Asked,
  flowId: string,
  { drawing, contactId, ...request }: TryRequest,
): Promise<TriedPath> {
  const plan = await drawnPlan(scope, flowId, drawing, language)
  const contact = await getContact(scope, contactId)
  const engine = rehearsingEngine(scope.sql, log)
  const rehearsal = await rehearse(engine, scope, { ...request, contactId: contact.id, plan })
  const { id, firstName, lastName, email, externalId } = contact
  const who = { id, firstName, lastName, email, externalId }
  return tellPath(rehearsal, who, await readerOf(scope, language))
}

/** The plan of a drawing, or of the saved draft. Throws AppError conflict with `problems`. */
export async function drawnPlan(
  scope: Scope,
  flowId: string,
  drawing: TryRequest['drawing'],
  language: Language,
): Promise<Plan> {
  const saved = await getDraft(scope, flowId)
  const draft: Draft = drawing
    ? { ...saved, graph: drawing.graph, settings: readSettings(drawing.settings, language) }
    : saved
  return planOrThrow(await compileDraft(scope, draft, language))
}
