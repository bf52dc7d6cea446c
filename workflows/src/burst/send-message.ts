import { AppError } from '@relance/core/error/app-error'
import { languageOf } from '@relance/core/words/language'
import { checkReachable } from '@relance/db/contact/check-reachable'
import { templateLanguages } from '@relance/db/mail-template/template-languages'
import { reserveCoupon } from '@relance/db/offer/reserve-coupon'
import type { SendAnswer, SendRequest } from '@relance/nodes/kit/run-context'
import type { NodeGuard } from './node-savepoint'
import type { Walk } from './walk'

/** The gate's first question, and the message itself: written with the walk, sent by a loop of its own. */
export async function sendMessage(
  walk: Walk,
  savepoint: NodeGuard,
  request: SendRequest,
): Promise<SendAnswer> {
  const { tx, enrolment, clock, contact, plan } = walk
  const service = plan.settings.typology === 'service'
  const key = `${enrolment.id}:${enrolment.nodeId}:${enrolment.visit}`
  const templateVersion = plan.templates[request.templateId]
  if (!templateVersion)
    throw new AppError('internal', 'This version of the scenario pins no version of the mail.')
  const reach = await checkReachable(tx, contact.id, request.channel, { service })
  const message = {
    key,
    enrolmentId: enrolment.id,
    flowId: enrolment.flowId,
    version: enrolment.version,
    nodeId: enrolment.nodeId,
    visit: enrolment.visit,
    contactId: contact.id,
    channel: request.channel,
    templateId: request.templateId,
    templateVersion,
    locale: await contentLanguage(walk, request.templateId, templateVersion),
    offerId: request.offerId,
    couponCode: null,
    service,
    whenHeld: request.whenHeld,
    queuedAt: clock.now,
  }
  if ('reason' in reach) {
    walk.messages.push({
      ...message,
      state: 'refused',
      reason: reach.reason,
      address: null,
      addressHash: null,
    })
    return { queued: false, reason: reach.reason }
  }
  const coupon = request.offerId
    ? await reserveCoupon(await savepoint.tx(), {
        offerId: request.offerId,
        contactId: contact.id,
        messageKey: key,
        now: clock.now,
      })
    : null
  walk.messages.push({
    ...message,
    state: 'queued',
    reason: null,
    couponCode: coupon?.code ?? null,
    address: reach.address,
    addressHash: reach.addressHash,
  })
  enrolment.firstMessageAt ??= clock.now
  return { queued: true }
}

/** The contact's language where the mail has it, else the workspace's, else the first it has. */
async function contentLanguage(walk: Walk, templateId: string, version: number): Promise<string> {
  const has = await templateLanguages(walk.tx, templateId, version)
  const wanted = [languageOf(walk.contact.locale), languageOf(walk.clock.locale)]
  const found = wanted.find((language) => language && has.includes(language)) ?? has[0]
  if (!found) throw new AppError('internal', 'The mail has no text in any language.')
  return found
}
