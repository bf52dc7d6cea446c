import { loadMailData } from '@relance/db/contact/load-mail-data'
import type { NewMessage } from '@relance/db/message/queue-message'
import { readOffer } from '@relance/db/rehearsal/read-offer'
import { getMailSender } from '@relance/db/workspace/get-mail-sender'
import { cartOf } from '../burst/run-context'
import type { Walk } from '../burst/walk'
import { fillMail, type MailToFill } from '../dispatch/fill-mail'

/** A message that a step asked for, with all that its text needs; `fill` is null where it does not go. */
export interface AskedMail {
  message: NewMessage
  fill: MailToFill | null
}

/** What is shown in the place of a code nobody has reserved. */
const SAMPLE_CODE = 'RELANCE-TEST'

/** Gathers, at the very moment of the step, what the mail would say. */
export async function askedMail(
  walk: Walk,
  message: NewMessage,
  { draws }: { draws: boolean },
): Promise<AskedMail> {
  const { tx, engine, enrolment, clock, contact } = walk
  if (!draws || message.state !== 'queued' || message.heldBy !== null)
    return { message, fill: null }
  const [sender, mail] = await Promise.all([getMailSender(tx), engine.mails.get(tx, message)])
  if (!sender || !mail) return { message, fill: null }
  const mailData = await loadMailData(tx, contact.id, {
    ...{ cartId: cartOf(walk), recommends: mail.recommends, describes: mail.describes },
  })
  const offer = message.offerId ? await readOffer(tx, message.offerId, clock.now) : null
  const entry = {
    data: enrolment.entryData,
    key: enrolment.entryKey,
    anchorAt: enrolment.anchorAt,
  }
  const fill = {
    ...{ mail, mailData, sender, now: clock.now, locale: message.locale, entry },
    ...{ contactTimeZone: contact.timeZone, offer, couponCode: offer && SAMPLE_CODE },
  }
  return { message, fill }
}

/** As it would be read; links lead where they say, and count nothing. Throws AppError invalid where it breaks. */
export const drawMail = (fill: MailToFill) =>
  fillMail(fill, { click: (url) => url, unsubscribe: '#', open: undefined })
