import type { FlowSettings } from '../graph/settings'

/** Where an exit leads, and how often one enrolment may take it (backward edges only). */
export interface PlanExit {
  to: string
  atMost?: number
}

export interface PlanNode {
  type: string
  version: number
  name?: string
  /** Parsed by the node type's schema: complete and valid. */
  config: Record<string, unknown>
  next: Record<string, PlanExit>
}

/** What a version compiles to, frozen. Rules stay trees; their SQL is compiled on load. */
export interface Plan {
  flowId: string
  version: number
  entry: string
  nodes: Record<string, PlanNode>
  settings: FlowSettings
  /** Event names, `field:…`, `consent:…`, `segment:…` that goal and exit rules look at. */
  listens: string[]
  /** The version of each mail template this plan sends, by template id. */
  templates: Record<string, number>
}
