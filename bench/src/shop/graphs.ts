import type { Graph, GraphNode } from '@relance/core/graph/graph'

/** One step of a path: a type and its config. */
export const step = (id: string, type: string, config: GraphNode['config']): GraphNode => ({
  ...{ id, type, version: 1, config },
})

/** The exit by which a path goes on, by type; others lead nowhere. */
const ONWARDS: Record<string, string> = {
  'send-email': 'sent',
  'wait-duration': 'done',
  'wait-event': 'happened',
  'set-field': 'done',
}

/** A scenario without branches: whoever does `event` takes the steps one after the other, then is done. */
export function path(event: string, steps: GraphNode[]): Graph {
  const nodes = [
    step('start', 'on-event', { event }),
    ...steps,
    step('end', 'end', { as: 'exit', reason: 'done' }),
  ]
  const edges = nodes.slice(0, -1).map(({ id, type }, index) => ({
    ...{ from: id, exit: ONWARDS[type] ?? 'entered', to: nodes[index + 1]?.id ?? '' },
  }))
  const unheard = steps.filter(({ type }) => type === 'wait-event')
  const away = unheard.map(({ id }) => ({ from: id, exit: 'timed-out', to: 'end' }))
  return { nodes, edges: [...edges, ...away] }
}
