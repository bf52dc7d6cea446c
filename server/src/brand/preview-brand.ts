import type { ShopSettings } from '@relance/core/brand/shop-settings'
import { AppError } from '@relance/core/error/app-error'
import type { Language } from '@relance/core/words/language'
import { type CompiledMail, compileMail } from '@relance/templates/compile-mail'
import { loadMails } from '@relance/templates/load-mails'
import { renderMail } from '@relance/templates/render-mail'
import { sampleData } from '@relance/templates/sample-data'

/** Mails that show most of a brand: products and a coupon; who helps, and how. */
export const previewKeys = ['credit', 'cart-help'] as const

/** They never change while the server runs. */
const compiled = new Map<string, Promise<CompiledMail>>()

/**
 * A mail that ships, filled for a made-up customer of this shop. What the shop has not said stays out, as in real mails.
 * @returns HTML
 */
export async function previewBrand(
  shop: ShopSettings & { name: string },
  { locale, mail }: { locale: Language; mail: (typeof previewKeys)[number] },
): Promise<string> {
  const key = `${mail}.${locale}`
  const ready = compiled.get(key) ?? compileShipped(mail, locale)
  compiled.set(key, ready)
  const sample = sampleData(locale)
  const data = { ...sample, shop: { ...shop, url: shop.url ?? sample.shop.url, currency: 'EUR' } }
  const { html } = await renderMail(await ready, data, {
    language: locale,
    timeZone: 'UTC',
    trackLink: (url) => url,
    unsubscribeUrl: '#',
  })
  return html
}

async function compileShipped(key: string, locale: Language): Promise<CompiledMail> {
  const mail = (await loadMails()).find((each) => each.key === key)
  if (!mail) throw new AppError('internal', `The mail ${key} does not ship.`)
  return compileMail(mail.sources[locale])
}
