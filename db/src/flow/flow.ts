import type { FlowStatus } from '@relance/core/graph/draft'
import type { Graph, Positions } from '@relance/core/graph/graph'
import type { FlowSettings } from '@relance/core/graph/settings'
import type { Scheduled } from '../scheduled-act/scheduled-act'
import type { SendingStanding } from '../sending/standing-of'

/** A flow without its drawing. `version` is the live one, `latest` the last published. */
export interface Flow {
  id: string
  name: string
  status: FlowStatus
  version: number | null
  latest: number
  publishedAt: Date | null
  /** How many are inside now, all versions together. */
  inside: number
  scheduled: Scheduled
  /** Of what is sent to an audience at a set time; null: of anything else. */
  sending: SendingStanding | null
  /** Cancelled before its first sending; `by` is null for a script. */
  cancelled: { at: Date; by: string | null } | null
}

/** What a flow is made from. */
export interface NewFlow {
  name: string
  graph: Graph
  settings: FlowSettings
  positions: Positions
  templateKey?: string
}

export const FLOW_GONE = 'This scenario does not exist.'
