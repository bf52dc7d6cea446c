import type { FlowSettings } from '@relance/core/graph/settings'
import { addTo } from '@relance/core/time/add-to'

/** An entry, really made or reckoned: what re-entry is asked by. `endedAt` null: still under way. */
export interface Entered {
  key: string
  enteredAt: Date
  endedAt: Date | null
}

/** Whether re-entry lets somebody in at an instant, after the entries before it; as the engine asks it of its rows. */
export function mayEnter(
  { mode, after }: FlowSettings['reentry'],
  before: readonly Entered[],
  { key, at }: { key: string; at: Date },
  timeZone: string,
): boolean {
  if (before.length === 0) return true
  const open = before.filter(({ endedAt }) => endedAt === null || endedAt > at)
  if (open.some((one) => one.key === key) || (mode !== 'per-key' && open.length > 0)) return false
  if (mode === 'once' || before.some((one) => one.key === key)) return false
  if (mode === 'per-key') return true
  const last = new Date(Math.max(...before.map(({ enteredAt }) => enteredAt.getTime())))
  return Boolean(after) && addTo(last, after ?? 'P0D', timeZone) <= at
}
