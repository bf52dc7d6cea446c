import type { MailBrand } from './mail-brand'
import type { Instant, MailContact, MailData } from './mail-data'
import type { OwnLinks } from './own-links'

const millis = (at: Instant) => (at instanceof Date ? at : new Date(at)).getTime()

/** Whole days of 24 hours between two instants, never negative. */
function daysBetween(from: Instant | null | undefined, to: Instant): number | null {
  const days = from ? Math.floor((millis(to) - millis(from)) / 86_400_000) : Number.NaN
  return Number.isNaN(days) ? null : Math.max(0, days)
}

/** In Liquid an empty text counts as known: what is not known must not be there at all. */
function known(contact: MailContact): Record<string, unknown> {
  const kept: Record<string, unknown> = { ...contact }
  for (const name in kept) if (kept[name] === '') delete kept[name]
  return kept
}

/** What Liquid sees: the data, with the brand, days without visit and the links to unsubscribe, to choose and to confirm filled in. */
export function mailScope(
  data: MailData,
  brand: MailBrand,
  links: OwnLinks,
): Record<string, unknown> {
  const { contact, shop, now } = data
  return {
    ...data,
    contact: {
      ...known(contact),
      days_since_visit: contact.days_since_visit ?? daysBetween(contact.last_visit_at, now),
    },
    brand,
    shop: { ...shop, brand: { accent: brand.primary, on_accent: brand.on_primary } },
    ...links,
  }
}
