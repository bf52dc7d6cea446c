import type { NodeDefinition } from '@relance/core/node/definition'
import type { z } from 'zod'
import type { RunContext, Woken } from './run-context'
import type { Step } from './step'

type ConfigOf<Definition> =
  Definition extends NodeDefinition<string, infer Config> ? z.infer<Config> : never

/** What a node type does. Pure of infrastructure: all it may touch is its context. */
export interface NodeRun<Definition> {
  /** The contact arrives. */
  enter(config: ConfigOf<Definition>, context: RunContext): Step | Promise<Step>
  /** Something it waited for came: the due instant, an event, a call's result. */
  resume?(config: ConfigOf<Definition>, context: RunContext, woken: Woken): Step | Promise<Step>
  /** Moved here to a new version of the flow: what it waits for now. Default: as `enter`, from enteredNodeAt. */
  moved?(config: ConfigOf<Definition>, context: RunContext): Step | Promise<Step>
}
