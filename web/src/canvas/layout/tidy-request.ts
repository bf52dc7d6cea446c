import type { DraftContent } from '../document/draft-content'
import { stepHeight } from '../document/make-room'
import { readingOrder } from '../step-titles'
import { kindOf, stepType } from '../step-types'
import type { TidyRequest } from './tidy-graph'

/** What the layout needs to know of a draft. */
export function tidyRequest(content: DraftContent): TidyRequest {
  const steps = readingOrder(content).map((id) => {
    const node = content.nodes[id]
    const exits = (node && stepType(node.type)?.exits(node.config)) ?? []
    return { id, height: stepHeight(content, id, kindOf), exits: exits.map((exit) => exit.exit) }
  })
  return { steps, edges: Object.values(content.edges) }
}

/** Steps that have no place on the canvas yet. */
export const unplaced = (content: DraftContent): string[] =>
  Object.keys(content.nodes).filter((id) => !content.positions[id])
