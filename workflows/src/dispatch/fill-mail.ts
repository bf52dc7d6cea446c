import { language } from '@relance/core/words/language'
import type { loadMailData } from '@relance/db/contact/load-mail-data'
import type { DispatchFacts } from '@relance/db/message/load-dispatch'
import type { MailSender } from '@relance/db/workspace/get-mail-sender'
import type { MailShop } from '@relance/templates/mail-data'
import { type RenderedMail, renderMail } from '@relance/templates/render-mail'
import type { FrozenMail } from '../burst/engine'

/** Everything that one person's mail says, and where it comes from. */
export interface MailToFill {
  mail: FrozenMail
  mailData: Awaited<ReturnType<typeof loadMailData>>
  sender: MailSender
  now: Date
  locale: string
  entry: DispatchFacts['entry']
  /** IANA name, or null where unknown. */
  contactTimeZone: string | null
  offer: DispatchFacts['offer']
  couponCode: string | null
}

interface MailLinks {
  click: (url: string, place?: number) => string
  unsubscribe: string
  /** Left out: no picture tells of an opening. */
  open?: string
}

/** The text of one person's mail. Throws AppError invalid where the template breaks for this person. */
export function fillMail(fill: MailToFill, links: MailLinks): Promise<RenderedMail> {
  const { mail, mailData, sender, now, locale, entry, contactTimeZone } = fill
  const data = {
    ...mailData,
    now,
    shop: shopOf(sender),
    event: { name: entry.key, at: entry.anchorAt, properties: entry.data },
    offer: offerOf(fill),
  }
  return renderMail(mail, data, {
    language: language.parse(locale),
    timeZone: contactTimeZone ?? sender.timeZone,
    trackLink: links.click,
    unsubscribeUrl: links.unsubscribe,
    openPixelUrl: links.open,
  })
}

/** One for all mails that pass the gate together: what is worked out of a shop is then worked out once. */
const shops = new WeakMap<MailSender, MailShop>()

function shopOf(sender: MailSender): MailShop {
  const before = shops.get(sender)
  if (before) return before
  const { name, currency } = sender
  const said = sender.settings as { shop?: Partial<MailShop> }
  const from = senderOf(sender)
  const shop = {
    ...{ name, currency, url: `https://www.${exampleDomain(name)}/` },
    ...{ reply_address: from.replyTo ?? from.address, ...said.shop },
  }
  shops.set(sender, shop)
  return shop
}

interface SenderSettings {
  sender?: { name?: string; address?: string; replyTo?: string }
}

/** Whom a workspace's mails come from. */
export function senderOf({ name, settings }: Pick<MailSender, 'name' | 'settings'>) {
  const { sender } = settings as SenderSettings
  return {
    name: sender?.name ?? name,
    address: sender?.address ?? `hello@${exampleDomain(name)}`,
    replyTo: sender?.replyTo ?? null,
  }
}

function offerOf({ offer, couponCode }: MailToFill) {
  if (!offer || !couponCode) return null
  const { valueCents, currency, minimumCents, expiresAt } = offer
  return {
    ...{ code: couponCode, value: valueCents, currency },
    ...{ minimum: minimumCents, expires_at: expiresAt },
  }
}

/** Of a workspace that has said nothing of itself yet: `.example` is reserved, so nobody real is written to or linked. */
const exampleDomain = (name: string) => {
  const slug = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return `${slug || 'shop'}.example`
}
