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
  const open = openExits(content)
  const ghosts = open.map(({ from, exit }) => ({
    id: `${from}:${exit}`,
    height: OPEN_HEIGHT_PX,
    width: OPEN_WIDTH_PX,
    exits: [],
  }))
  const edges = open.map(({ from, exit }) => ({ from, exit, to: `${from}:${exit}` }))
  return { steps: [...steps, ...ghosts], edges: [...Object.values(content.edges), ...edges] }
}

/** Room kept beside other branches for an exit that still asks what follows. */
const OPEN_HEIGHT_PX = 36
const OPEN_WIDTH_PX = 232

/** Open exits of steps that have another exit leading somewhere: the others have the room below to themselves. */
function openExits(content: DraftContent) {
  return Object.values(content.nodes).flatMap((node) => {
    const exits = (stepType(node.type)?.exits(node.config) ?? []).filter((exit) => !exit.optional)
    const open = exits.filter((exit) => !content.edges[`${node.id}:${exit.exit}`])
    return open.length < exits.length
      ? open.map((exit) => ({ from: node.id, exit: exit.exit }))
      : []
  })
}

/** Steps that have no place on the canvas yet. */
export const unplaced = (content: DraftContent): string[] =>
  Object.keys(content.nodes).filter((id) => !content.positions[id])
