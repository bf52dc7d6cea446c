import type { Instant, MailBrand, MailData } from './mail-data'
import { confirmUrl, preferencesUrl } from './own-links'

const brand: MailBrand = { accent: '#2f3e46', on_accent: '#ffffff' }
const colour = /^#[0-9a-f]{6}$/i

const millis = (at: Instant) => (at instanceof Date ? at : new Date(at)).getTime()

/** Whole days of 24 hours between two instants, never negative. */
function daysBetween(from: Instant | null | undefined, to: Instant): number | null {
  const days = from ? Math.floor((millis(to) - millis(from)) / 86_400_000) : Number.NaN
  return Number.isNaN(days) ? null : Math.max(0, days)
}

/** What Liquid sees: the data, with brand colours, days without visit and the links to unsubscribe, to choose and to confirm filled in. */
export function mailScope(data: MailData, unsubscribeUrl: string): Record<string, unknown> {
  const { contact, shop, now } = data
  const own = (name: keyof MailBrand) => {
    const value = shop.brand?.[name]
    return value && colour.test(value) ? value : brand[name]
  }
  return {
    ...data,
    contact: {
      // In Liquid an empty text counts as known: what is not known must not be there at all.
      ...Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== '')),
      days_since_visit: contact.days_since_visit ?? daysBetween(contact.last_visit_at, now),
    },
    shop: { ...shop, brand: { accent: own('accent'), on_accent: own('on_accent') } },
    unsubscribe_url: unsubscribeUrl,
    preferences_url: preferencesUrl(unsubscribeUrl),
    confirm_url: confirmUrl(unsubscribeUrl),
  }
}
