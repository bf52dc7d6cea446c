import type { Tx } from '../connection/scope'

/** Which lines of the trace `alias` people read: leaving the trigger says again what entering said. */
export const isTold = ({ sql }: Pick<Tx, 'sql'>, alias: 't' | 'x') =>
  sql`not (${sql(alias)}.kind = 'left' and ${sql(alias)}.exit is not distinct from 'entered')`
