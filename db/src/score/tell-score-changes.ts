import { currentValueOf, dimensions, type Triple, totalOf } from '@relance/core/score/rfm'
import type { Tx } from '../connection/scope'
import { type OwnEvent, recordEvent } from '../event/record-event'

/** A customer's scores and the share of customers who are worse. */
export type Standing = Triple & { percentile: number }

export interface ScoreChange {
  contactId: string
  /** From when on, in workspace time. */
  at: Date
  from: Standing
  to: Standing
}

/** What an event of ours says has changed. */
export const SCORE_CHANGED = 'Score Changed'

/** What whoever looks at the place among everybody listens for. */
export const PERCENTILE_KEY = 'field:rfm.percentile'

/** `field:rfm.…` for each field of the scores that differs, as waits and exit rules listen for them. */
export function scoreKeys(from: Standing | null, to: Standing | null): string[] {
  const differs = (of: (standing: Standing) => number) => (from && of(from)) !== (to && of(to))
  const keys = dimensions
    .filter((dimension) => differs((standing) => standing[dimension]))
    .map((dimension) => `field:rfm.${dimension}`)
  if (differs(totalOf)) keys.push('field:rfm.total')
  if (differs(currentValueOf)) keys.push('field:rfm.currentValue')
  if (differs(({ r }) => r)) keys.push('field:rfm.potentialValue')
  if (differs(({ percentile }) => percentile)) keys.push(PERCENTILE_KEY)
  return keys
}

/** What a stored `Score Changed` tells of; the fields that follow from a dimension are among them. */
export const scoreChangeKeys = ({ dimension }: Record<string, unknown>): string[] =>
  typeof dimension === 'string' && Object.hasOwn(followers, dimension)
    ? [dimension, ...(followers[dimension] ?? [])].map((field) => `field:rfm.${field}`)
    : []

const followers: Readonly<Record<string, string[]>> = {
  r: ['potentialValue'],
  f: ['currentValue'],
  m: ['currentValue'],
  total: [],
  percentile: [],
}

/**
 * Stores a `Score Changed` {dimension, from, to} for each dimension, and the total, that differs; whoever waits for
 * a field of the scores is woken by it. The percentile moves with everybody's orders, so it is told only where a
 * run of the customer looks at it, or where it falls below the share that a live scenario starts at.
 */
export async function tellScoreChanges(tx: Tx, changes: ScoreChange[]): Promise<void> {
  const heard = await percentilesHeard(tx, changes)
  const events = changes.flatMap((change) => [
    ...scoreEvents(change),
    ...(heard(change) ? [percentileEvent(change)] : []),
  ])
  await Promise.all(events.map((event) => recordEvent(tx, event)))
}

function scoreEvents({ contactId, at, from, to }: ScoreChange): OwnEvent[] {
  const keys = scoreKeys(from, to)
  const told = [
    ...dimensions.map((dimension) => ({ dimension, from: from[dimension], to: to[dimension] })),
    { dimension: 'total', from: totalOf(from), to: totalOf(to) },
  ]
  return told
    .filter((properties) => properties.from !== properties.to)
    .map((properties) => ({ contactId, name: SCORE_CHANGED, properties, at, keys }))
}

const percentileEvent = ({ contactId, at, from, to }: ScoreChange): OwnEvent => ({
  ...{ contactId, name: SCORE_CHANGED, at, keys: [PERCENTILE_KEY] },
  properties: { dimension: 'percentile', from: from.percentile, to: to.percentile },
})

/** Says of a change whether anybody wants to hear of its percentile. */
async function percentilesHeard(
  { sql, workspaceId }: Tx,
  changes: ScoreChange[],
): Promise<(change: ScoreChange) => boolean> {
  const moved = changes.filter(({ from, to }) => from.percentile !== to.percentile)
  if (moved.length === 0) return () => false
  const listening = await sql<{ id: string }[]>`
    select distinct contact_id as id from enrolments
    where workspace_id = ${workspaceId} and contact_id = any(${moved.map(({ contactId }) => contactId)}::uuid[])
      and state <> 'ended' and listens && ${[PERCENTILE_KEY]}::text[]`
  const starts = await sql<{ below: number }[]>`
    select distinct (v.plan #>> array['nodes', v.plan ->> 'entry', 'config', 'bottom'])::float8 / 100 as below
    from flows f join flow_versions v
      on v.workspace_id = f.workspace_id and v.flow_id = f.id and v.version = f.live_version
    where f.workspace_id = ${workspaceId} and f.status = 'live'
      and v.plan #>> array['nodes', v.plan ->> 'entry', 'type'] = 'on-score-drop'
      and v.plan #>> array['nodes', v.plan ->> 'entry', 'config', 'watch'] = 'percentile'`
  const listeners = new Set(listening.map(({ id }) => id))
  return ({ contactId, from, to }) =>
    from.percentile !== to.percentile &&
    (listeners.has(contactId) ||
      starts.some(({ below }) => from.percentile >= below && to.percentile < below))
}
