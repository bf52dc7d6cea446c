import { addTo } from '@relance/core/time/add-to'
import type { NodeRun } from '../kit/node-run'
import { endRun, leaveBy } from '../kit/step'
import type { sendEmail } from './definition'

/** Refusals that would pass with time; any other is for good. */
const passing = new Set(['cap', 'quiet-hours', 'domain-limit', 'paused'])

export const runSendEmail: NodeRun<typeof sendEmail> = {
  async enter({ template, offer, whenHeld, latest }, context) {
    if (latest && context.now > addTo(context.anchorAt, latest, context.timeZone)) {
      return leaveBy('refused', { code: 'too-late', params: { latest } })
    }
    const request = {
      channel: 'email',
      templateId: template,
      offerId: offer ?? null,
      whenHeld,
    } as const
    const answer = await context.send(request)
    if (answer.queued) return leaveBy('sent', { code: 'message-queued', params: { template } })
    const refusal = { code: 'message-refused', params: { reason: answer.reason } }
    if (whenHeld !== 'leave' || !passing.has(answer.reason)) return leaveBy('refused', refusal)
    context.note(refusal)
    return endRun('exit', answer.reason)
  },
}
