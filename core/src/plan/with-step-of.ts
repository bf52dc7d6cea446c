import type { Plan } from './plan'

/**
 * A plan with one of its steps as another plan of the flow has it, so that the two differ by that step's values alone.
 * An exit that only the other has leads where it leads there.
 * @returns null where the other has no step of that name and kind
 */
export function withStepOf(plan: Plan, other: Plan, nodeId: string): Plan | null {
  const [here, there] = [plan.nodes[nodeId], other.nodes[nodeId]]
  if (!here || !there || here.type !== there.type) return null
  const next = Object.fromEntries(
    Object.entries(there.next).map(([exit, to]) => [exit, here.next[exit] ?? to]),
  )
  return {
    ...plan,
    version: other.version,
    nodes: { ...other.nodes, ...plan.nodes, [nodeId]: { ...there, next } },
    templates: { ...other.templates, ...plan.templates },
  }
}
