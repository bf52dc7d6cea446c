import type { LiquidBranch, LiquidGroup, MjmlElement, MjmlNode } from './mjml-node'
import { readMjml } from './read-mjml'

/** A condition or loop around a block; `own` when it holds this block alone. */
export interface BlockCondition {
  group: LiquidGroup
  branch: LiquidBranch
  own: boolean
}

/** An element of a mail's body, as the visual editor lists it. */
export interface MailBlock {
  /** Its place in the list, from 0; an edit of what it says leaves it as it is. */
  id: number
  element: MjmlElement
  /** How many blocks it stands in. */
  depth: number
  /** The section, column or frame it stands in. */
  parent: MailBlock | null
  /** What moves and goes with it: itself, or the condition that encloses it alone. */
  unit: MjmlNode
  /** The list that holds the unit. */
  siblings: MjmlNode[]
  /** From the outermost in. */
  conditions: BlockCondition[]
}

const single = ({ branches: [first, ...others] }: LiquidGroup) =>
  others.length === 0 &&
  first !== undefined &&
  first.children.filter(({ kind }) => kind !== 'line').length === 1

/** The list a mail's blocks stand in: what is inside mj-body, or a fragment's own elements. */
export function bodyOf(roots: MjmlNode[]): MjmlNode[] {
  const elements = roots.filter((node) => node.kind === 'element')
  const mail = elements.find(({ name }) => name === 'mjml')
  if (!mail) return roots
  const inside = mail.children.filter((node) => node.kind === 'element')
  return inside.find(({ name }) => name === 'mj-body')?.children ?? []
}

/** Every block of a mail or a fragment in reading order, containers before what they hold. Throws as readMjml does. */
export function readBlocks(source: string): MailBlock[] {
  const blocks: MailBlock[] = []
  interface Place {
    parent: MailBlock | null
    depth: number
    conditions: BlockCondition[]
    alone: { unit: MjmlNode; siblings: MjmlNode[] } | null
  }
  const walk = (siblings: MjmlNode[], place: Place) => {
    for (const node of siblings) {
      if (node.kind === 'line') continue
      const whole = place.alone ?? { unit: node, siblings }
      if (node.kind === 'group') {
        const own = single(node)
        for (const branch of node.branches) {
          const conditions = [...place.conditions, { group: node, branch, own }]
          walk(branch.children, { ...place, conditions, alone: own ? whole : null })
        }
        continue
      }
      const block: MailBlock = {
        ...{ id: blocks.length, element: node, depth: place.depth, parent: place.parent },
        ...{ ...whole, conditions: place.conditions },
      }
      blocks.push(block)
      const inside = { parent: block, depth: place.depth + 1, conditions: [], alone: null }
      walk(node.children, inside)
    }
  }
  walk(bodyOf(readMjml(source)), { parent: null, depth: 0, conditions: [], alone: null })
  return blocks
}
