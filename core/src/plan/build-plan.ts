import { AppError } from '../error/app-error'
import { ruleListens } from '../rule/rule-listens'
import type { Plan, PlanExit, PlanNode } from './plan'
import type { Survey, SurveyedNode } from './survey'

/** The plan of a draft all checks have passed. Throws AppError internal where one has not. */
export function buildPlan(surveyed: Survey): Plan {
  const { draft, nodes, triggers, facts } = surveyed
  const entry = triggers[0]
  if (!entry) throw new AppError('internal', 'A plan needs a trigger.')
  const planned = [...nodes.values()].map(
    (step) => [step.node.id, planNode(step, surveyed)] as const,
  )
  const templates = [...nodes.values()].flatMap(templatesOf)
  return {
    flowId: draft.flowId,
    version: 0,
    entry: entry.node.id,
    nodes: Object.fromEntries(planned),
    settings: draft.settings,
    listens: listensOf(surveyed),
    templates: Object.fromEntries(templates.map((id) => [id, facts.templates[id]?.version ?? 0])),
  }
}

function planNode({ node, definition, exits }: SurveyedNode, { next }: Survey): PlanNode {
  const edges = new Map(next.get(node.id)?.map((edge) => [edge.exit, edge]))
  const wayOut = (exit: string): PlanExit | null => {
    const edge = edges.get(exit)
    return edge ? { to: edge.to, ...(edge.atMost ? { atMost: edge.atMost } : {}) } : null
  }
  // An optional exit left open follows the first.
  const ways = exits.map(
    ({ exit }) => [exit, wayOut(exit) ?? wayOut(exits[0]?.exit ?? '')] as const,
  )
  return {
    type: node.type,
    version: node.version,
    ...(node.name ? { name: node.name } : {}),
    config: definition.config.parse(node.config),
    next: Object.fromEntries(ways.flatMap(([exit, way]) => (way ? [[exit, way]] : []))),
  }
}

const templatesOf = ({ definition, readable }: SurveyedNode): string[] =>
  Object.entries(definition.fields).flatMap(([field, spec]) => {
    const id = readable[field]
    return spec?.kind === 'template' && typeof id === 'string' ? [id] : []
  })

/** What every enrolment listens to wherever it stands: the goal, and all that exit rules look at. */
function listensOf({ draft }: Survey): string[] {
  const { goal, exitRules } = draft.settings
  const keys = new Set(exitRules.flatMap(({ rule }) => ruleListens(rule)))
  if (goal !== null && goal !== 'none') keys.add(goal.event)
  return [...keys].sort()
}
