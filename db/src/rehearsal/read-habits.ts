import type { Tx } from '../connection/scope'

/** What the real people of a flow did at its steps: the ground of what is assumed of somebody. */
export interface Habits {
  /** How many left a step by each exit. */
  exits: Record<string, Record<string, number>>
  /** How often a leaf of a rule held at a step, by the leaf as Postgres writes its JSON. */
  leaves: { nodeId: string; leaf: unknown; held: number; asked: number }[]
}

/** Enough lines of a step to know what is usual. */
const LINES_OF_A_STEP = 500

/** Counted over some hundred passages of each of these steps. */
export async function readHabits(
  { sql, workspaceId }: Tx,
  flowId: string,
  nodeIds: string[],
): Promise<Habits> {
  const passages = sql`
    unnest(${nodeIds}::text[]) as n(id) cross join lateral (
      select node_id, exit, seen from trace
      where workspace_id = ${workspaceId} and flow_id = ${flowId} and node_id = n.id and kind = 'left'
      limit ${LINES_OF_A_STEP}) t`
  const [left, leaves] = await Promise.all([
    sql<{ nodeId: string; exit: string; people: number }[]>`
      select t.node_id as "nodeId", t.exit, count(*)::int as people from ${passages}
      where t.exit is not null group by 1, 2`,
    sql<Habits['leaves']>`
      select t.node_id as "nodeId", l -> 'leaf' as leaf, count(*) filter (where l ->> 'holds' = 'true')::int as held,
        count(*)::int as asked
      from ${passages} cross join jsonb_array_elements(case jsonb_typeof(t.seen) when 'array' then t.seen else '[]' end) l
      group by 1, 2`,
  ])
  const exits: Habits['exits'] = {}
  for (const { nodeId, exit, people } of left) exits[nodeId] = { ...exits[nodeId], [exit]: people }
  return { exits, leaves: [...leaves] }
}
