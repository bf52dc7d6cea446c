import { newId } from '@relance/core/id/ids'
import { compilePlan } from '@relance/core/plan/compile-plan'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { publishFlow } from '@relance/db/flow/publish-flow'
import { createOffer } from '@relance/db/offer/create-offer'
import { definitions } from '@relance/nodes/definitions'
import { compileMail } from '@relance/templates/compile-mail'
import { loadMails } from '@relance/templates/load-mails'
import { loadScenarios } from '@relance/templates/load-scenarios'
import { createMail, type World } from './world'

/**
 * Publishes a scenario that ships, with offers of its own. Its flow's id.
 * @param withMails the mails that ship with it, too; else the world's one mail stands for each
 */
export async function publishScenario(
  world: World,
  key: string,
  { withMails = false } = {},
): Promise<string> {
  const scenario = (await loadScenarios('en')).find((one) => one.key === key)
  if (!scenario) throw new Error(`There is no scenario ${key}.`)
  const offers = new Map<string, string>()
  for (const { name, codes: _, usesPerCode: __, ...offer } of scenario.offers)
    offers.set(offer.key, (await createOffer(world.scope, { ...offer, name: name.en })).id)
  const mails = new Map<string, string>()
  for (const { key: mailKey, sources } of withMails ? await loadMails() : [])
    if (scenario.needs.mails.includes(mailKey))
      mails.set(mailKey, await createMail(world.scope, await compileMail(sources.en)))
  const mailOf = (name: unknown) => mails.get(String(name)) ?? world.templateId
  const nodes = scenario.graph.nodes.map((node) => ({
    ...node,
    config: {
      ...node.config,
      ...(node.config.template !== undefined && { template: mailOf(node.config.template) }),
      ...(typeof node.config.offer === 'string' && { offer: offers.get(node.config.offer) }),
    },
  }))
  const flowId = newId()
  await inTransaction(
    world.scope,
    ({ sql, workspaceId }) =>
      sql`insert into flows (workspace_id, id, name, graph, settings) values (${workspaceId}, ${flowId}, ${key}, '{}', '{}')`,
  )
  const draft = {
    ...{ flowId, revision: 0, positions: {} },
    ...{ graph: { ...scenario.graph, nodes }, settings: scenario.settings },
  }
  const mail = { name: 'Hello', version: 1, hasSubject: true, hasUnsubscribe: true }
  const facts = {
    templates: Object.fromEntries(
      [world.templateId, ...mails.values()].map((id) => [
        id,
        { ...mail, isEmpty: false, usedFields: [] },
      ]),
    ),
    offers: Object.fromEntries([...offers].map(([name, id]) => [id, { name }])),
    ...{ segments: {}, events: [], fields: [], timeZone: 'Europe/Paris' },
  }
  const { plan, problems } = compilePlan(draft, definitions, facts, 'en')
  if (!plan) throw new Error(JSON.stringify(problems))
  await publishFlow(world.scope, { draft, plan, people: 'finish' })
  return flowId
}
