import type { Node } from '@xyflow/react'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** What the small map draws of the steps: one path for each colour, and the box around all of them. */
export interface MapBlocks {
  paths: ReadonlyMap<string, string>
  /** Null while there is no step. */
  around: Box | null
}

/** The place a card takes; before it was ever drawn, the one it is expected to take. */
export const boxOf = ({ position, measured, initialWidth, initialHeight }: Node): Box => ({
  ...position,
  width: measured?.width ?? initialWidth ?? 0,
  height: measured?.height ?? initialHeight ?? 0,
})

/** A thousand blocks as a handful of paths: as a thousand elements they took longer than the drawing itself. */
export function mapBlocks(nodes: readonly Node[], colourOf: (id: string) => string): MapBlocks {
  const runs = new Map<string, string[]>()
  let around: Box | null = null
  for (const node of nodes) {
    if (node.hidden) continue
    const box = boxOf(node)
    around = around ? boxAround(around, box) : box
    const colour = colourOf(node.id)
    const run = runs.get(colour)
    const block = `M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}z`
    if (run) run.push(block)
    else runs.set(colour, [block])
  }
  return { paths: new Map([...runs].map(([colour, run]) => [colour, run.join('')])), around }
}

/** The smallest box that holds both. */
export function boxAround(one: Box, other: Box): Box {
  const x = Math.min(one.x, other.x)
  const y = Math.min(one.y, other.y)
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  }
}
