import type { Sql } from '@relance/db/connection/connect'
import type { Logger } from 'pino'
import type { Engine } from '../burst/engine'
import { engineOf } from '../engine-of'

const engines = new WeakMap<Sql, Engine>()

/** What a process rehearses with over a pool: the engine's own steps, and what it keeps of frozen plans and mails. */
export function rehearsingEngine(sql: Sql, log: Logger): Engine {
  const engine = engines.get(sql) ?? engineOf(sql, log)
  engines.set(sql, engine)
  return engine
}
