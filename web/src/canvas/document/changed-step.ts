import type { DraftContent } from './draft-content'

/**
 * A step that tells where two states of a draft differ and that is still there: one that came back or changed,
 * else one that moved, else the one before a step that is gone. Null when only the rules differ.
 */
export function changedStep(before: DraftContent, after: DraftContent): string | null {
  const ids = Object.keys(after.nodes)
  const changed =
    ids.find((id) => after.nodes[id] !== before.nodes[id]) ??
    Object.values(after.edges).find((edge) => edge !== before.edges[`${edge.from}:${edge.exit}`])
      ?.from ??
    Object.values(before.edges).find(({ from, to }) => after.nodes[from] && !after.nodes[to])
      ?.from ??
    Object.values(before.edges).find(
      ({ from, exit }) => after.nodes[from] && !after.edges[`${from}:${exit}`],
    )?.from ??
    ids.find((id) => after.positions[id] !== before.positions[id])
  return changed ?? null
}
