import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { getFlow } from '../flow/get-flow'
import { heldReason } from './enrolment-view'
import { type FigureRange, inRange, isEverybody, readRange } from './figure-range'
import { endedByWalking, leftAtNode } from './left-at-node'

/** What a card shows. entered = waiting + passed + left; held and attention are part of waiting. */
export interface NodeFigures {
  entered: number
  waiting: number
  held: number
  /** Of those held, how many for which reason. */
  heldBy: Record<string, number>
  /** Messages that the mail server has refused for now, and since when they wait; null: none. */
  retrying: { n: number; since: Date } | null
  passed: number
  left: number
  /** People who passed here after a first message and later reached the goal. */
  converted: number
  attention: number
  exits: Record<string, number>
}

interface Totals {
  inside: number
  entered: number
  converted: number
}

export interface FlowFigures extends Totals {
  nodes: Record<string, NodeFigures>
}

interface StandingRow extends Record<'waiting' | 'attention' | 'ended' | 'left', number> {
  nodeId: string
  heldBy: string | null
}

/**
 * Counts by node over a flow's whole life, all versions together, or of the runs of a range only: those are counted
 * whole, also what they did before or on another version. Throws AppError not-found.
 */
export const flowStats = (
  scope: Scope,
  flowId: string,
  range: FigureRange = {},
): Promise<FlowFigures> =>
  inTransaction(scope, async (tx) => {
    const { sql, workspaceId } = tx
    await getFlow(tx, flowId)
    const asked = await readRange(tx, flowId, range)
    const those = inRange(tx, asked)
    /** Joins the runs to rows that name them, where not all count. */
    const runsOf = (table: 't' | 'm') =>
      isEverybody(asked)
        ? sql``
        : sql`join enrolments e on e.workspace_id = ${sql(table)}.workspace_id
            and e.id = ${sql(table)}.enrolment_id ${those}`
    const [standing, passed, converted, totals, retrying] = await Promise.all([
      sql<StandingRow[]>`
        select e.node_id as "nodeId", ${heldReason(tx)} as "heldBy",
          count(*) filter (where e.state <> 'ended')::int as waiting,
          count(*) filter (where e.state = 'attention')::int as attention,
          count(*) filter (where e.state = 'ended' and ${endedByWalking(tx)})::int as ended,
          count(*) filter (where ${leftAtNode(tx)})::int as left
        from enrolments e join flows f on f.workspace_id = e.workspace_id and f.id = e.flow_id
        cross join (select workspace_now(${workspaceId}) as now) w
        where e.workspace_id = ${workspaceId} and e.flow_id = ${flowId} ${those} group by 1, 2`,
      sql<{ nodeId: string; exit: string | null; passed: number }[]>`
        select t.node_id as "nodeId", t.exit, count(*)::int as passed from trace t ${runsOf('t')}
        where t.workspace_id = ${workspaceId} and t.flow_id = ${flowId} and t.kind = 'left' and t.node_id is not null
        group by t.node_id, t.exit`,
      sql<{ nodeId: string; people: number }[]>`
        select t.node_id as "nodeId", count(distinct e.id)::int as people from enrolments e
        join trace t on t.workspace_id = e.workspace_id and t.enrolment_id = e.id and t.kind = 'left'
        where e.workspace_id = ${workspaceId} and e.flow_id = ${flowId} and e.end_reason = 'goal'
          and t.at >= e.first_message_at and t.node_id is not null ${those}
        group by t.node_id`,
      sql<Totals[]>`
        select count(*)::int as entered, count(*) filter (where e.end_reason = 'goal')::int as converted,
          count(*) filter (where e.state <> 'ended')::int as inside
        from enrolments e where e.workspace_id = ${workspaceId} and e.flow_id = ${flowId} ${those}`,
      sql<{ nodeId: string; n: number; since: Date }[]>`
        select m.node_id as "nodeId", count(*)::int as n, min(m.queued_at) as since from messages m ${runsOf('m')}
        where m.workspace_id = ${workspaceId} and m.flow_id = ${flowId} and m.state = 'queued' and m.held_by is null
          and m.attempts > 0 group by m.node_id`,
    ])
    const nodes: Record<string, NodeFigures> = {}
    for (const row of standing) {
      const at = figuresAt(nodes, row.nodeId)
      at.waiting += row.waiting
      at.attention += row.attention
      at.left += row.left
      at.passed += row.ended
      if (row.heldBy === null) continue
      at.held += row.waiting
      at.heldBy[row.heldBy] = row.waiting
    }
    for (const { nodeId, exit, passed: people } of passed) {
      const at = figuresAt(nodes, nodeId)
      at.passed += people
      if (exit !== null) at.exits[exit] = people
    }
    for (const { nodeId, n, since } of retrying) figuresAt(nodes, nodeId).retrying = { n, since }
    for (const { nodeId, people } of converted) figuresAt(nodes, nodeId).converted = people
    for (const at of Object.values(nodes)) at.entered = at.waiting + at.passed + at.left
    return { nodes, ...(totals[0] ?? { inside: 0, entered: 0, converted: 0 }) }
  })

function figuresAt(nodes: Record<string, NodeFigures>, nodeId: string): NodeFigures {
  nodes[nodeId] ??= {
    entered: 0,
    waiting: 0,
    held: 0,
    heldBy: {},
    retrying: null,
    passed: 0,
    left: 0,
    converted: 0,
    attention: 0,
    exits: {},
  }
  return nodes[nodeId]
}
