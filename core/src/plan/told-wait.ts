import type { Plan } from './plan'

/** A wait whose end can be told beforehand: an ISO duration, counted from coming to the step or from what began the run. */
export interface ToldWait {
  length: string
  from: 'here' | 'anchor'
}

/** The wait at a step. Null where its end hangs on what a person did, or on a date, or where nothing is waited for. */
export function toldWait(plan: Plan, nodeId: string): ToldWait | null {
  const node = plan.nodes[nodeId]
  if (node?.type === 'wait-event') return { length: String(node.config.atMost), from: 'here' }
  if (node?.type !== 'wait-duration') return null
  const { since = 'here' } = node.config
  return since === 'here' || since === 'anchor'
    ? { length: String(node.config.for), from: since }
    : null
}
