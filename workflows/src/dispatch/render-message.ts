import type { EmailMessage } from '@relance/channels/email/email-message'
import { AppError } from '@relance/core/error/app-error'
import { DKIM_SELECTOR } from '@relance/core/sender/domain-records'
import { returnAddresses } from '@relance/core/token/return-addresses'
import { signReturnToken } from '@relance/core/token/return-token'
import { trackingUrls } from '@relance/core/token/tracking-urls'
import { language } from '@relance/core/words/language'
import type { MailShop } from '@relance/templates/mail-data'
import { renderMail } from '@relance/templates/render-mail'
import type { Cleared } from './gate'

export interface DispatchSettings {
  /** The public address of the server, which signed links lead to. */
  publicUrl: string
  /** The domain whose mail comes to us, for reports and answers; left out: both go to the sender. */
  returnDomain?: string
  /** PEM: of the key that mails of a domain that names it are signed with; left out: none are signed. */
  signingKey?: string
}

interface SenderSettings {
  sender?: { name?: string; address?: string; replyTo?: string }
  shop?: Partial<MailShop>
  /** Where our key was found. */
  signingDomain?: string | null
}

/** One person's mail, ready for its channel. Throws AppError invalid where the template breaks for this person. */
export async function renderMessage(
  cleared: Cleared,
  workspaceId: string,
  { publicUrl, returnDomain, signingKey }: DispatchSettings,
): Promise<EmailMessage> {
  const { message, facts, mail: compiled, mailData, now, address } = cleared
  if (!compiled)
    throw new AppError('internal', 'This version of the mail has no text in that language.')
  const { name, timeZone, currency, settings, secret } = cleared.sender
  const { sender, shop, signingDomain } = settings as SenderSettings
  const mailed = { workspaceId, messageId: message.id }
  const urls = trackingUrls(publicUrl, secret, mailed)
  const returns = returnDomain ? returnAddresses(returnDomain, secret, mailed) : null
  // A workspace that has said nothing of itself yet: `.example` is reserved, so nobody real is written to or linked.
  const domain = `${slug(name)}.example`
  const from = sender?.address ?? `hello@${domain}`
  const data = {
    ...mailData,
    now,
    shop: {
      name,
      currency,
      url: `https://www.${domain}/`,
      reply_address: sender?.replyTo ?? from,
      ...shop,
    },
    event: { name: facts.entry.key, at: facts.entry.anchorAt, properties: facts.entry.data },
    offer: offerOf(cleared),
  }
  const mail = await renderMail(compiled, data, {
    language: language.parse(message.locale),
    timeZone: facts.contactTimeZone ?? timeZone,
    trackLink: urls.click,
    unsubscribeUrl: urls.unsubscribe,
    openPixelUrl: urls.open,
  })
  const replyTo = returns?.reply ?? sender?.replyTo
  return {
    messageId: `<${message.id}@${from.split('@')[1]}>`,
    from: { name: sender?.name ?? name, address: from },
    to: { address },
    replyTo: replyTo ? { address: replyTo } : null,
    returnPath: returns?.bounce ?? null,
    signature:
      signingKey && signingDomain && from.toLowerCase().endsWith(`@${signingDomain}`)
        ? { domain: signingDomain, selector: DKIM_SELECTOR, privateKey: signingKey }
        : null,
    returnToken: signReturnToken(secret, mailed),
    ...mail,
    unsubscribeUrl: message.service ? null : urls.unsubscribe,
  }
}

function offerOf({ message, facts }: Cleared) {
  if (!facts.offer || !message.couponCode) return null
  const { valueCents, currency, minimumCents, expiresAt } = facts.offer
  return {
    code: message.couponCode,
    value: valueCents,
    currency,
    minimum: minimumCents,
    expires_at: expiresAt,
  }
}

const slug = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'shop'
