import type { ShopSettings } from '@relance/core/brand/shop-settings'
import { AppError } from '@relance/core/error/app-error'
import type { Language } from '@relance/core/words/language'
import { type CompiledMail, compileMail, type MailSource } from '@relance/templates/compile-mail'
import { loadMails } from '@relance/templates/load-mails'
import { renderMail } from '@relance/templates/render-mail'
import { sampleData } from '@relance/templates/sample-data'

/** They never change while the server runs, and only those that ship are kept. */
const compiled = new Map<string, Promise<CompiledMail>>()

/**
 * A mail that ships, filled for a made-up customer of this shop. What the shop has not said stays out, as in real mails.
 * Throws AppError not-found for a mail that does not ship.
 */
export async function previewBrand(
  shop: ShopSettings & { name: string },
  { locale, mail }: { locale: Language; mail: string },
): Promise<{ subject: string; html: string }> {
  const key = `${mail}.${locale}`
  const ready = compiled.get(key) ?? compileMail(await shippedSource(mail, locale))
  compiled.set(key, ready)
  const sample = sampleData(locale)
  const data = { ...sample, shop: { ...shop, url: shop.url ?? sample.shop.url, currency: 'EUR' } }
  const { subject, html } = await renderMail(await ready, data, {
    language: locale,
    timeZone: 'UTC',
    trackLink: (url) => url,
    unsubscribeUrl: '#',
  })
  return { subject, html }
}

async function shippedSource(key: string, locale: Language): Promise<MailSource> {
  const mail = (await loadMails()).find((each) => each.key === key)
  if (!mail)
    throw new AppError('not-found', 'No mail of this name ships with Relance.', { field: 'mail' })
  return mail.sources[locale]
}
