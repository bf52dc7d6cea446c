import type { Graph } from '@relance/core/graph/graph'

type Nodes = Graph['nodes']

export const step = (id: string, type: string, config: Record<string, unknown>): Nodes[number] => ({
  id,
  type,
  version: 1,
  config,
})

const EXITS: Record<string, string[]> = {
  'on-event': ['entered'],
  'wait-duration': ['done'],
  'set-field': ['done'],
  'send-email': ['sent'],
  condition: ['yes', 'no'],
}

/** Steps one behind the other, from an event to the end; every exit of a step leads to the next. */
export function straight(steps: Nodes, event = 'Signed Up'): Graph {
  const nodes = [
    step('start', 'on-event', { event }),
    ...steps,
    step('end', 'end', { as: 'exit', reason: 'done' }),
  ]
  const edges = nodes.flatMap(({ id, type }, i) =>
    (EXITS[type] ?? []).map((exit) => ({ from: id, exit, to: nodes[i + 1]?.id ?? 'end' })),
  )
  return { nodes, edges }
}

/** A sign-up that waits a day and ends. */
export const signedUpOnly = (): Graph =>
  straight([step('day', 'wait-duration', { for: 'P1D', since: 'here' })])

/** A sign-up that is mailed at once. */
export const mailAtOnce = ({ templateId }: { templateId: string }): Graph =>
  straight([step('mail', 'send-email', { template: templateId })])
