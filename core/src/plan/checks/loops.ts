import { flowOrder } from '../../graph/flow-order'
import type { GraphEdge } from '../../graph/graph'
import { edgesByNode, walkInDepth } from '../../graph/walk-graph'
import type { Finding } from '../finding'
import type { Survey } from '../survey'

/** What a fix proposes; asked back, people can say another number. */
const PROPOSED_TIMES = 3

/** V12: every cycle has an edge with a limit. V29: every cycle has a step that waits. */
export function checkLoops({ draft, definitions, nodes, edges }: Survey): Finding[] {
  const roots = flowOrder({ nodes: draft.graph.nodes, edges: [...edges] }, definitions)
  const closing = (some: readonly GraphEdge[]) => walkInDepth(roots, edgesByNode(some)).backward
  const endless = closing(edges.filter(({ atMost }) => atMost === undefined))
  const waits = (id: string) => nodes.get(id)?.definition.waits === true
  const restless = closing(edges.filter(({ from, to }) => !waits(from) && !waits(to)))
  return [
    ...endless.map(
      ({ from, exit, to }): Finding => ({
        code: 'V12',
        nodeId: from,
        exit,
        field: 'atMost',
        fix: { action: 'connect', args: { from, exit, to, atMost: PROPOSED_TIMES } },
      }),
    ),
    ...restless.map(
      ({ from, exit }): Finding => ({
        code: 'V29',
        nodeId: from,
        exit,
        fix: { action: 'addNode', args: { type: 'wait-duration', from, exit } },
      }),
    ),
  ]
}
