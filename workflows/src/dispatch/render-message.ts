import type { EmailMessage } from '@relance/channels/email/email-message'
import { DKIM_SELECTOR } from '@relance/core/sender/domain-records'
import { returnAddresses } from '@relance/core/token/return-addresses'
import { signReturnToken } from '@relance/core/token/return-token'
import { trackingUrls } from '@relance/core/token/tracking-urls'
import type { RenderedMail } from '@relance/templates/render-mail'
import type { FrozenMail } from '../burst/engine'
import { fillMail, senderOf } from './fill-mail'
import type { Cleared } from './gate'

export interface DispatchSettings {
  /** The public address of the server, which signed links lead to. */
  publicUrl: string
  /** The domain whose mail comes to us, for reports and answers; left out: both go to the sender. */
  returnDomain?: string
  /** PEM: of the key that mails of a domain that names it are signed with; left out: none are signed. */
  signingKey?: string
}

/** A mail ready for its channel, and the programs that were taken out of it. */
export type WrittenMail = EmailMessage & Pick<RenderedMail, 'removed'>

/** One person's mail, ready for its channel. Throws AppError invalid where the template breaks for this person. */
export async function renderMessage(
  cleared: Cleared,
  version: FrozenMail,
  workspaceId: string,
  { publicUrl, returnDomain, signingKey }: DispatchSettings,
): Promise<WrittenMail> {
  const { message, facts, mailData, now, address, sender } = cleared
  const { settings, secret } = sender
  const { signingDomain } = settings as { signingDomain?: string | null }
  const mailed = { workspaceId, messageId: message.id }
  const urls = trackingUrls(publicUrl, secret, mailed)
  const returns = returnDomain ? returnAddresses(returnDomain, secret, mailed) : null
  const from = senderOf(sender)
  const mail = await fillMail(
    {
      ...{ mail: version, mailData, sender, now, locale: message.locale, entry: facts.entry },
      ...{ contactTimeZone: facts.contactTimeZone, offer: facts.offer },
      couponCode: message.couponCode,
    },
    urls,
  )
  const replyTo = returns?.reply ?? from.replyTo
  return {
    messageId: `<${message.id}@${from.address.split('@')[1]}>`,
    from: { name: from.name, address: from.address },
    to: { address },
    replyTo: replyTo ? { address: replyTo } : null,
    returnPath: returns?.bounce ?? null,
    signature:
      signingKey && signingDomain && from.address.toLowerCase().endsWith(`@${signingDomain}`)
        ? { domain: signingDomain, selector: DKIM_SELECTOR, privateKey: signingKey }
        : null,
    returnToken: signReturnToken(secret, mailed),
    ...mail,
    unsubscribeUrl: message.service ? null : urls.unsubscribe,
  }
}
