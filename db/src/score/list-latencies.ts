import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { type Latency, readLatencies } from './measure-latencies'

/** How long customers take from each order to the next, as the latest scoring of everybody found it. */
export const listLatencies = (scope: Scope | Tx): Promise<Latency[]> =>
  inTransaction(scope, readLatencies)
