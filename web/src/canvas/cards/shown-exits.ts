import type { GraphNode } from '@relance/core/graph/graph'
import { stepType } from '../step-types'

/** The ways out that a card shows: of the optional ones those that lead somewhere, or all once they are `revealed`. */
export const shownExits = (node: GraphNode, led: ReadonlySet<string>, revealed: boolean) =>
  (stepType(node.type)?.exits(node.config) ?? []).filter(
    ({ exit, optional }) => !optional || revealed || led.has(exit),
  )
