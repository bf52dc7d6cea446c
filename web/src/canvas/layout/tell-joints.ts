import type { Node, ReactFlowState } from '@xyflow/react'
import type { DraftContent } from '../document/draft-content'
import { type JointLook, stepJoints } from './step-joints'

/**
 * Tells the canvas library where paths meet all cards, so that it draws a path to a card that is out of sight; one that
 * is drawn it measures.
 */
export function tellJoints(
  { setNodes }: Pick<ReactFlowState, 'setNodes'>,
  nodes: Node[],
  content: DraftContent,
  look: JointLook,
) {
  // Joints that are told stand for ever: said once and left out then, they are measured like all others.
  setNodes(nodes.map((node) => ({ ...node, handles: stepJoints(content, node.id, look) })))
  setNodes(nodes)
}
