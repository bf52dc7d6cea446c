import type { Tx } from '../connection/scope'

/** Puts the clock of this transaction alone to an instant: `getClock` and whatever asks the workspace's now see it. */
export const setRehearsedNow = async ({ sql }: Tx, at: Date): Promise<void> =>
  void (await sql`select set_config('app.rehearsed_at', ${at.toISOString()}, true)`)
