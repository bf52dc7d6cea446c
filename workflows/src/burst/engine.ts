import { AppError } from '@relance/core/error/app-error'
import type { NodeDefinition } from '@relance/core/node/definition'
import type { Plan } from '@relance/core/plan/plan'
import type { Sql } from '@relance/db/connection/connect'
import type { Tx } from '@relance/db/connection/scope'
import { getPlan } from '@relance/db/flow/live-flows'
import type { NodeRun } from '@relance/nodes/kit/node-run'
import type { Logger } from 'pino'

/** A node type as the engine meets it: its config is checked when the plan is compiled. */
export interface NodeType {
  definition: NodeDefinition
  run: NodeRun<NodeDefinition>
}

/** What every burst of a process shares. */
export interface Engine {
  sql: Sql
  nodeTypes: ReadonlyMap<string, NodeType>
  plans: PlanCache
  log: Logger
}

/** Plans are frozen, so one read of each serves the life of the process. */
export class PlanCache {
  readonly #plans = new Map<string, Plan>()

  constructor(readonly max = 500) {}

  /** @throws AppError internal when a version has no plan */
  async get(tx: Tx, flowId: string, version: number): Promise<Plan> {
    const key = `${flowId}:${version}`
    const known = this.#plans.get(key)
    if (known) return known
    const plan = await getPlan(tx, flowId, version)
    if (!plan)
      throw new AppError('internal', `Version ${version} of a scenario has no plan.`, { flowId })
    if (this.#plans.size >= this.max) this.#plans.delete(this.#plans.keys().next().value ?? '')
    this.#plans.set(key, plan)
    return plan
  }
}
