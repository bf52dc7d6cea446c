import type { WarmUpPlan } from './sending-settings'

/** How many mails the plan allows on a day after so many steps; null: the domain is known, no limit any more. */
export function warmUpMost({ start, factor, end }: WarmUpPlan, step: number): number | null {
  const most = Math.floor(start * factor ** step)
  return most >= end ? null : most
}

/**
 * The step after a day: one more where at least half of that day's share went out. A domain that hardly sends is no
 * better known the day after.
 */
export function nextStep(plan: WarmUpPlan, { step, taken }: { step: number; taken: number }) {
  const most = warmUpMost(plan, step)
  return most !== null && taken * 2 >= most ? step + 1 : step
}
