import { AppError } from '@relance/core/error/app-error'
import type { SeenLeaf } from '@relance/core/rule/rule'
import { isInfrastructure } from '@relance/db/connection/passing-error'
import type { RunContext, Woken } from '@relance/nodes/kit/run-context'
import type { Step } from '@relance/nodes/kit/step'
import { guardOf } from './node-savepoint'
import { runContext } from './run-context'
import { nodeHere, trace, type Walk } from './walk'

export interface NodeAnswer {
  step: Step
  seen: SeenLeaf[]
}

/**
 * How a node is called: on arrival, by something it waited for, or after a move to a new version, which may say when it
 * is left at the earliest.
 */
export type Call =
  | { kind: 'enter' }
  | { kind: 'resume'; woken: Woken }
  | { kind: 'moved'; notBefore: Date | null }

/** A node has five seconds in all; what takes longer belongs outside, behind a call. */
const NODE_TIMEOUT_MS = 5_000

/**
 * Runs the node where the walk stands. A throw undoes what the node wrote and stops the enrolment there,
 * visibly: undefined. The database being away is nobody's node and is thrown on.
 */
export async function runNode(walk: Walk, call: Call): Promise<NodeAnswer | undefined> {
  const savepoint = guardOf(walk.tx)
  const before = { lines: walk.lines.length, messages: walk.messages.length }
  const seen: SeenLeaf[] = []
  try {
    const step = await withTimeout(invoke(walk, call, runContext(walk, savepoint, seen)))
    await savepoint.release()
    return { step, seen }
  } catch (error) {
    if (isInfrastructure(error)) throw error
    await savepoint.rollback(error)
    walk.lines.length = before.lines
    walk.messages.length = before.messages
    stop(walk, error)
    return undefined
  }
}

function invoke(walk: Walk, call: Call, context: RunContext): Step | Promise<Step> {
  const node = nodeHere(walk)
  const type = walk.engine.nodeTypes.get(node.type)
  if (!type) throw new AppError('internal', `This installation has no step of type ${node.type}.`)
  const { run } = type
  if (call.kind === 'resume' && run.resume) return run.resume(node.config, context, call.woken)
  if (call.kind === 'moved' && run.moved) return run.moved(node.config, context)
  return run.enter(node.config, context)
}

async function withTimeout(answer: Step | Promise<Step>): Promise<Step> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new AppError('limit-reached', 'This step took longer than 5 seconds.')),
      NODE_TIMEOUT_MS,
    )
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}

function stop(walk: Walk, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  walk.engine.log.warn(
    { enrolmentId: walk.enrolment.id, nodeId: walk.enrolment.nodeId, err: error },
    'a step failed',
  )
  trace(walk, 'attention', { code: 'attention', params: { error: message } })
  Object.assign(walk.enrolment, {
    state: 'attention',
    error: { message },
    dueAt: null,
    nodeListens: [],
    callId: null,
  })
}
