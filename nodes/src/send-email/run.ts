import { PREFERENCES_CHANGED } from '@relance/core/preference/preferences'
import { addTo } from '@relance/core/time/add-to'
import type { z } from 'zod'
import type { NodeRun } from '../kit/node-run'
import type { RunContext } from '../kit/run-context'
import { endRun, heldUntil, leaveBy, type Step } from '../kit/step'
import { signalKey } from '../wait-duration/signal-key'
import type { sendEmail } from './definition'

/** Refusals that would pass with time; any other is for good. */
const passing = new Set([
  ...['cap', 'quiet-hours', 'on-pause', 'replied', 'repeated'],
  ...['domain-limit', 'warm-up', 'blocked', 'complaints'],
])

/** What gives back all of the usual limits. */
const reactions = [signalKey.visit, signalKey.click, signalKey.order]

export const runSendEmail: NodeRun<typeof sendEmail> = {
  enter: send,
  // Held until now: everything is asked again, as if they had just arrived.
  resume: send,
}

async function send(
  { template, offer, whenHeld, latest, typology }: z.infer<typeof sendEmail.config>,
  context: RunContext,
): Promise<Step> {
  if (latest && context.now > addTo(context.anchorAt, latest, context.timeZone)) {
    return leaveBy('refused', { code: 'too-late', params: { latest } })
  }
  const answer = await context.send({
    ...{ channel: 'email', templateId: template, offerId: offer ?? null },
    ...{ whenHeld, typology: !typology || typology === 'as-scenario' ? null : typology },
  })
  if (answer.queued) return leaveBy('sent', { code: 'message-queued', params: { template } })
  if (answer.until) {
    const listens = [PREFERENCES_CHANGED, ...(answer.isLowered ? reactions : [])]
    return heldUntil(answer.until, answer.reason, listens)
  }
  const refusal = { code: 'message-refused', params: { reason: answer.reason } }
  if (whenHeld !== 'leave' || !passing.has(answer.reason)) return leaveBy('refused', refusal)
  context.note(refusal)
  return endRun('exit', answer.reason)
}
