import type { GraphNode } from '@relance/core/graph/graph'
import type { NodeCategory, NodeDefinition } from '@relance/core/node/definition'

/** Colour and icon of a step's tile: an end is a flag when it is the goal, else a door. */
export function tileOf(
  definition: NodeDefinition | null,
  node: GraphNode | undefined,
): { tone: NodeCategory | 'mute'; icon: string } {
  const category = definition?.category ?? 'custom'
  if (category !== 'end') return { tone: category, icon: definition?.icon ?? 'circle-dashed' }
  return node?.config.as === 'goal'
    ? { tone: category, icon: 'flag' }
    : { tone: 'mute', icon: 'log-out' }
}
