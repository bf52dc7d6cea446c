import { countAttempt, finishCall, getCall } from '@relance/db/call/calls'
import { getClock } from '@relance/db/clock/workspace-clock'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { allowsPrivateCalls } from '@relance/db/workspace/allows-private-calls'
import type { Engine } from '../burst/engine'
import { asCallFault, callFault, outcomeOf } from './call-fault'
import { guardedFetch } from './guarded-fetch'

/** On a test clock nobody waits a quarter of an hour for an answer. */
const TRIES_ON_TEST_CLOCK = 3

/**
 * Makes an outside call and records its end. Answers below 500 are an end; 5xx, 429 and a network that fails are
 * thrown, to be tried again by whoever runs this.
 */
export async function makeCall(engine: Engine, workspaceId: string, callId: string): Promise<void> {
  const scope = { workspaceId, sql: engine.sql }
  const ready = await inTransaction(scope, async (tx) => {
    const call = await getCall(tx, callId)
    if (call?.state !== 'pending') return undefined
    await countAttempt(tx, callId)
    return { call, clock: await getClock(tx), allowPrivate: await allowsPrivateCalls(tx) }
  })
  if (!ready) return
  const { call, clock, allowPrivate } = ready
  const finish = (result: Parameters<typeof finishCall>[2]) =>
    inTransaction(scope, (tx) => finishCall(tx, callId, result))
  try {
    const key = `${call.enrolmentId}:${call.nodeId}:${call.visit}`
    const headers = { ...call.request.headers, 'idempotency-key': key }
    const answer = await guardedFetch({ ...call.request, headers }, { allowPrivate })
    const { status } = answer
    if (status < 400) return await finish({ ok: true, ...answer })
    const fault = callFault('bad-status', { status })
    if (status >= 500 || status === 429) throw fault
    return await finish({ ...outcomeOf(fault), status })
  } catch (error) {
    const fault = asCallFault(error, call.request.url)
    const { code } = fault
    const lastTry = clock.kind === 'test' && call.attempts + 1 >= TRIES_ON_TEST_CLOCK
    if (code === 'forbidden' || code === 'invalid' || lastTry) return finish(outcomeOf(fault))
    throw error
  }
}
