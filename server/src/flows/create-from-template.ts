import { AppError } from '@relance/core/error/app-error'
import type { Draft } from '@relance/core/graph/draft'
import type { GraphNode } from '@relance/core/graph/graph'
import { renameEvents } from '@relance/core/graph/rename-events'
import { type Language, languageOf } from '@relance/core/words/language'
import type { Scope } from '@relance/db/connection/scope'
import { createFlow } from '@relance/db/flow/create-flow'
import { getSegment } from '@relance/db/segment/list-segments'
import { getWorkspace } from '@relance/db/workspace/get-workspace'
import { loadScenarios } from '@relance/templates/load-scenarios'
import { createShippedMails } from '../mail-templates/create-shipped-mails'
import { createScenarioOffers } from '../offers/create-scenario-offers'
import { onlyInSegment } from './only-in-segment'

export interface TemplateRequest {
  template: string
  /** The language of names and labels; the workspace's when absent. */
  locale?: Language
  name?: string
  /** Only people of this segment may enter. */
  segment?: string
  /** What the shop calls events of the scenario, by their own names. */
  events?: Record<string, string>
}

/**
 * Makes a flow from a scenario that comes with the product, with the mails and offers it names where the
 * workspace has none of their keys yet. Throws AppError not-found for a template or segment that is not there.
 */
export async function createFromTemplate(
  scope: Scope,
  asked: TemplateRequest,
): Promise<{ name: string; draft: Draft }> {
  const language = asked.locale ?? languageOf((await getWorkspace(scope)).locale) ?? 'en'
  const scenario = (await loadScenarios(language)).find(({ key }) => key === asked.template)
  if (!scenario) {
    throw new AppError('not-found', 'There is no scenario template of this name.', {
      field: 'template',
    })
  }
  if (asked.segment) await getSegment(scope, asked.segment)
  const mailIds = await createShippedMails(scope, { keys: scenario.needs.mails, language })
  const offerIds = await createScenarioOffers(scope, scenario.offers, language)
  const nodes = scenario.graph.nodes.map((node) => withIds(node, mailIds, offerIds))
  const called = asked.events ?? {}
  const graph = renameEvents({ ...scenario.graph, nodes }, called)
  const name = asked.name ?? scenario.name[language]
  const draft = await createFlow(scope, {
    name,
    graph: asked.segment ? onlyInSegment(graph, asked.segment) : graph,
    settings: renameEvents(scenario.settings, called),
    positions: {},
    templateKey: scenario.key,
  })
  return { name, draft }
}

/** Keys of mails and offers replaced by this workspace's ids. */
function withIds(
  node: GraphNode,
  mailIds: Map<string, string>,
  offerIds: Map<string, string>,
): GraphNode {
  const { template, offer } = node.config
  const ids = {
    ...(typeof template === 'string' && { template: mailIds.get(template) ?? template }),
    ...(typeof offer === 'string' && { offer: offerIds.get(offer) ?? offer }),
  }
  return { ...node, config: { ...node.config, ...ids } }
}
