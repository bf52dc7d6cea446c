import type { Tx } from '../connection/scope'

/** What the rows of a report stand for. */
export const reportGroups = ['mail', 'node', 'flow', 'typology', 'mode'] as const
export type ReportGroup = (typeof reportGroups)[number]

/** One row of a report. */
export interface ReportKey {
  by: ReportGroup
  /** The id of the mail or the scenario; `flow:node` of a step; the type or the mode itself. */
  key: string
}

/** The key that a message `m` is counted under. */
export const groupKey = ({ sql }: Tx, by: ReportGroup) =>
  ({
    mail: sql`m.template_id::text`,
    node: sql`m.flow_id || ':' || m.node_id`,
    flow: sql`m.flow_id::text`,
    typology: sql`m.typology`,
    mode: sql`m.mode`,
  })[by]
