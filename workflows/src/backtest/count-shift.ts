import type { Shift } from '@relance/db/backtest/backtest'
import type { Rehearsal } from '../rehearse/rehearsal'
import type { WalkedEntry } from './walk-entries'

/** Adds, of each entry that two drawings let in alike, by which of them it would have gone on from a step sooner. */
export function countShift(
  shift: Shift,
  nodeId: string,
  here: readonly WalkedEntry[],
  compared: readonly WalkedEntry[],
): void {
  const others = new Map(compared.map(({ key, path }) => [key, departure(path, nodeId)]))
  for (const { key, path } of here) {
    const [left, other] = [departure(path, nodeId), others.get(key) ?? null]
    if (left === null || other === null) continue
    shift[left === other ? 'same' : left < other ? 'sooner' : 'later']++
  }
}

/** When somebody first leaves a step, or is to; null where they do not come to it, or end while they wait there. */
function departure({ lines, standing }: Rehearsal, nodeId: string): number | null {
  const left = lines.find((line) => line.nodeId === nodeId && line.kind === 'left')
  if (left) return left.at.getTime()
  if (standing?.nodeId !== nodeId) return null
  return standing.dueAt?.getTime() ?? Number.POSITIVE_INFINITY
}
