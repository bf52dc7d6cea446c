import type { Positions } from '@relance/core/graph/graph'
import type { Node } from '@xyflow/react'

/** Cards where the document has them: what was moved a moment ago is drawn there only with the next picture. */
export const asPlaced = (nodes: Node[], positions: Positions): Node[] =>
  nodes.map((node) => ({ ...node, position: positions[node.id] ?? node.position }))
