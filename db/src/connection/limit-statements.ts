import type { Tx } from './scope'

/** How long a statement may take that writes everybody of an audience, in milliseconds. */
export const EVERYBODY_MS = 120_000

/** From here on no statement of the transaction takes longer. */
export const limitStatements = async ({ sql }: Tx, milliseconds: number): Promise<void> =>
  void (await sql`select set_config('statement_timeout', ${String(milliseconds)}, true)`)
