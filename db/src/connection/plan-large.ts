import { planAfresh } from './plan-afresh'
import type { Tx } from './scope'

/**
 * As `planAfresh`, for statements that sort or group what everybody did: with memory to do so without files, for each
 * of their steps, and without compiling them first, which takes longer than it saves.
 */
export const planLarge = async (tx: Tx): Promise<void> => {
  await planAfresh(tx)
  await tx.sql`select set_config('work_mem', '48MB', true), set_config('jit', 'off', true)`
}
