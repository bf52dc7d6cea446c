import type { Finding } from '../finding'
import type { Survey } from '../survey'

/** V03: a trigger leads to every step. Without any trigger V01 says it all. */
export function checkUnreachable({ draft, nodes, reached, triggers }: Survey): Finding[] {
  if (triggers.length === 0) return []
  return draft.graph.nodes.flatMap(({ id }): Finding[] => {
    const step = nodes.get(id)
    if (!step || reached.has(id)) return []
    return [
      {
        code: 'V03',
        nodeId: id,
        params: { step: step.title },
        fix: { action: 'removeNode', args: { nodeId: id } },
      },
    ]
  })
}
