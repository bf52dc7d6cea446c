import { edgeKey } from '@relance/core/graph/graph'
import type { Edge, Node } from '@xyflow/react'
import type { DraftContent } from './document/draft-content'
import { CARD_WIDTH_PX, COMPACT_HEIGHT_PX, FULL_HEIGHT_PX, isFullCard } from './layout/card-size'
import { stepType } from './step-types'

/** The canvas library's nodes for a content, keeping those that did not change, so that only moved cards move. */
export function flowNodes(
  content: Pick<DraftContent, 'nodes' | 'positions'>,
  before: Node[],
  selected: string[],
  hiddenIds: ReadonlySet<string>,
): Node[] {
  const old = new Map(before.map((node) => [node.id, node]))
  const chosen = new Set(selected)
  return Object.values(content.nodes).map(({ id, type }) => {
    const position = content.positions[id] ?? { x: 0, y: 0 }
    const kept = old.get(id)
    const isChosen = chosen.has(id)
    const hidden = hiddenIds.has(id)
    if (
      kept?.position.x === position.x &&
      kept.position.y === position.y &&
      Boolean(kept.selected) === isChosen &&
      Boolean(kept.hidden) === hidden
    )
      return kept
    const full = isFullCard(stepType(type)?.category ?? 'custom')
    const fresh = {
      id,
      type: 'step',
      data: {},
      initialWidth: CARD_WIDTH_PX,
      initialHeight: full ? FULL_HEIGHT_PX : COMPACT_HEIGHT_PX,
    }
    return { ...(kept ?? fresh), position, selected: isChosen, hidden }
  })
}

/** The same for the edges. */
export function flowEdges(
  content: Pick<DraftContent, 'nodes' | 'edges'>,
  before: Edge[],
  selected: string | null,
  hiddenIds: ReadonlySet<string>,
): Edge[] {
  const old = new Map(before.map((edge) => [edge.id, edge]))
  return Object.values(content.edges)
    .filter((edge) => content.nodes[edge.from] && content.nodes[edge.to])
    .map((edge) => {
      const id = edgeKey(edge)
      const kept = old.get(id)
      const hidden = hiddenIds.has(edge.from) || hiddenIds.has(edge.to)
      if (
        kept?.target === edge.to &&
        Boolean(kept.selected) === (selected === id) &&
        Boolean(kept.hidden) === hidden
      )
        return kept
      return {
        id,
        type: 'step',
        source: edge.from,
        sourceHandle: edge.exit,
        target: edge.to,
        selected: selected === id,
        // Its end can be taken elsewhere once it is chosen: one grip in sight, whatever the number of paths.
        reconnectable: selected === id ? 'target' : false,
        hidden,
      }
    })
}
