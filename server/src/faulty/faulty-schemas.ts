import { z } from '@hono/zod-openapi'
import { getClock } from '@relance/db/clock/workspace-clock'
import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Scope } from '@relance/db/connection/scope'
import type { FaultySend } from '@relance/db/faulty/people-hit'
import { flowParams } from '../flows/flow-schemas'
import { instantIn } from '../http/schemas'

const WEEK_MS = 7 * 86_400_000

export const stepParams = flowParams.extend({ nodeId: z.string().min(1).max(40) })

/** A span of time; the last seven days where nothing is said. */
export const span = z.object({ from: instantIn.optional(), to: instantIn.optional() })

/** What a step sent in a span, up to this very moment where no end is given. */
export async function sendOf(
  scope: Scope,
  step: { flowId: string; nodeId: string },
  { from, to }: z.infer<typeof span>,
): Promise<FaultySend> {
  const { now } = await inTransaction(scope, getClock)
  const end = to ?? new Date(now.getTime() + 1)
  return { ...step, from: from ?? new Date(end.getTime() - WEEK_MS), to: end }
}
