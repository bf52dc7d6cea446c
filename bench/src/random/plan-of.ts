import type { Draft } from '@relance/core/graph/draft'
import { flowSettings } from '@relance/core/graph/settings'
import { compilePlan } from '@relance/core/plan/compile-plan'
import type { Plan } from '@relance/core/plan/plan'
import { definitions } from '@relance/nodes/definitions'
import { type Drawing, MAIL, TIME_ZONE } from '../model/story'

/** A drawing as a draft of a flow. */
export const draftOf = ({ graph, settings }: Drawing, flowId: string): Draft => ({
  flowId,
  revision: 0,
  graph,
  positions: {},
  settings: flowSettings.parse({ goal: 'none', ...settings }),
})

/** The plan of a draft, or the codes of what is wrong with it. */
export function planOf(draft: Draft): { plan: Plan } | { faults: string[] } {
  const mail = {
    name: 'Hello',
    version: 1,
    hasSubject: true,
    hasUnsubscribe: true,
    isEmpty: false,
    usedFields: [],
  }
  const facts = {
    templates: { [MAIL]: mail },
    offers: {},
    segments: {},
    events: [],
    fields: ['color', 'renewal'],
    timeZone: TIME_ZONE,
  }
  const { plan, problems } = compilePlan(draft, definitions, facts, 'en')
  return plan ? { plan } : { faults: problems.map(({ code, nodeId }) => `${code} ${nodeId}`) }
}
