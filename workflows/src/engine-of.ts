import type { Sql } from '@relance/db/connection/connect'
import { definitions } from '@relance/nodes/definitions'
import { runs } from '@relance/nodes/runs'
import type { Logger } from 'pino'
import { type Engine, MailCache, type NodeType, PlanCache } from './burst/engine'
import { Meter } from './meter/meter'

/** An engine over a pool, with every registered node type. */
export function engineOf(sql: Sql, log: Logger): Engine {
  const nodeTypes = new Map<string, NodeType>()
  for (const definition of Object.values(definitions)) {
    nodeTypes.set(definition.type, { definition, run: runs[definition.type] } as NodeType)
  }
  return { sql, nodeTypes, plans: new PlanCache(), mails: new MailCache(), log, meter: new Meter() }
}
