import { AppError } from '@relance/core/error/app-error'
import { sendingMode } from '@relance/core/sending/sending-mode'
import { languageOf } from '@relance/core/words/language'
import { templateLanguages } from '@relance/db/mail-template/template-languages'
import type { NewMessage } from '@relance/db/message/queue-message'
import { reserveCoupon } from '@relance/db/offer/reserve-coupon'
import type { SendAnswer, SendRequest } from '@relance/nodes/kit/run-context'
import { askGate } from '../gate/ask-gate'
import type { NodeGuard } from './node-savepoint'
import { standStill } from './stand-still'
import { messageKey, type Walk } from './walk'

/** The gate's first question, and the message itself: written with the walk, sent by a loop of its own. */
export async function sendMessage(
  walk: Walk,
  savepoint: NodeGuard,
  request: SendRequest,
): Promise<SendAnswer> {
  const { tx, enrolment, clock, contact, plan } = walk
  const typology = request.typology ?? plan.settings.typology
  const still = typology === 'service' ? null : await standStill(walk, request.templateId)
  if (still) return still
  const { look, address, addressHash, isLowered, placedAt } = await askGate(tx, {
    ...{ contactId: contact.id, channel: request.channel, typology },
    ...{ now: clock.now, timeZone: clock.timeZone, quietHours: plan.settings.quietHours ?? null },
    topic: plan.settings.topic ?? null,
    repliedAt: enrolment.repliedAt,
    asks: {
      run: { enrolmentId: enrolment.id, priority: plan.settings.priority },
      isRehearsed: walk.outlook !== undefined,
      pending: [...(walk.outlook?.sent ?? []), ...walk.messages].filter(
        ({ state, heldBy, service }) => state === 'queued' && heldBy === null && !service,
      ),
    },
  })
  const message: NewMessage = {
    ...(await asPlanned(walk, request)),
    ...{ typology, service: typology === 'service', look, address, addressHash, placedAt },
    ...{ state: 'queued', reason: look.reason, heldBy: null, retryAt: null, couponCode: null },
  }
  const { reason } = look
  if (reason !== null) {
    const until = look.until && request.whenHeld === 'wait' ? new Date(look.until) : null
    await keep(
      walk,
      until
        ? { ...message, heldBy: reason, retryAt: until }
        : { ...message, state: 'refused', address: null, addressHash: null },
    )
    return { queued: false, reason, until, isLowered }
  }
  const coupon = request.offerId
    ? await reserveCoupon(await savepoint.tx(), {
        offerId: request.offerId,
        contactId: contact.id,
        messageKey: message.key,
        now: clock.now,
      })
    : null
  await keep(walk, { ...message, couponCode: coupon?.code ?? null })
  enrolment.firstMessageAt ??= clock.now
  return { queued: true }
}

async function keep(walk: Walk, message: NewMessage): Promise<void> {
  walk.messages.push(message)
  await walk.outlook?.asked(walk, message)
}

/** What a message is, whatever the gate says of it. */
async function asPlanned(walk: Walk, { channel, templateId, offerId, whenHeld }: SendRequest) {
  const { enrolment, clock, contact, plan } = walk
  const templateVersion = plan.templates[templateId]
  const mode = sendingMode({
    trigger: plan.nodes[plan.entry]?.type ?? '',
    ...{ isFirstBurst: walk.isNew, actedAt: enrolment.anchorAt, now: clock.now },
  })
  if (!templateVersion)
    throw new AppError('internal', 'This version of the scenario pins no version of the mail.')
  return {
    key: messageKey(enrolment),
    enrolmentId: enrolment.id,
    flowId: enrolment.flowId,
    version: enrolment.version,
    nodeId: enrolment.nodeId,
    visit: enrolment.visit,
    contactId: contact.id,
    channel,
    templateId,
    templateVersion,
    locale: await contentLanguage(walk, templateId, templateVersion),
    offerId,
    whenHeld,
    queuedAt: clock.now,
    ...{ mode, actedAt: mode === 'interactive' ? enrolment.anchorAt : null },
  }
}

/** The contact's language where the mail has it, else the workspace's, else the first it has. */
async function contentLanguage(walk: Walk, templateId: string, version: number): Promise<string> {
  const has = await templateLanguages(walk.tx, templateId, version)
  const wanted = [languageOf(walk.contact.locale), languageOf(walk.clock.locale)]
  const found = wanted.find((language) => language && has.includes(language)) ?? has[0]
  if (!found) throw new AppError('internal', 'The mail has no text in any language.')
  return found
}
