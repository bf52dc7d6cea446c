import { fieldTitle } from '@relance/core/contact/contact-fields'
import { definitionOf } from '@relance/core/node/definition'
import { eventNoun } from '@relance/core/words/event-words'
import { formatWords } from '@relance/core/words/format-message'
import { numberWords, shareWords } from '@relance/core/words/format-number'
import type { Language, Words } from '@relance/core/words/language'
import { gateReasonWords } from '@relance/core/words/reason-words'
import { type TraceReader, traceWords } from '@relance/core/words/trace-words'
import type { TimelineItem } from '@relance/db/timeline/list-timeline'
import { definitions } from '@relance/nodes/definitions'
import { z } from 'zod'

/** How an item of a timeline is shown: the name of a lucide icon, a title, and more where there is more to say. */
export interface TimelineWords {
  icon: string
  title: string
  detail: string | null
}

/** An item in the reader's language; an amount that says no currency is in the workspace's. */
export function timelineWords(
  { kind, source }: TimelineItem,
  reader: TraceReader,
  currency: string,
): TimelineWords {
  switch (kind) {
    case 'event':
      return eventItem(eventSource.parse(source), reader.language, currency)
    case 'message':
      return messageItem(messageSource.parse(source), reader.language)
    case 'session':
      return sessionItem(sessionSource.parse(source), reader.language)
    case 'step':
      return stepItem(stepSource.parse(source), reader)
  }
}

const eventSource = z.object({ name: z.string(), properties: z.record(z.string(), z.unknown()) })

const eventIcons: Readonly<Record<string, string>> = {
  'Order Completed': 'shopping-bag',
  'Order Refunded': 'undo-2',
  'Product Added': 'shopping-cart',
  'Product Removed': 'shopping-cart',
  'Cart Viewed': 'shopping-cart',
  'Checkout Started': 'credit-card',
  'Product Viewed': 'eye',
  'Products Searched': 'search',
  'Email Delivered': 'mail-check',
  'Email Opened': 'mail-open',
  'Email Link Clicked': 'mouse-pointer-click',
  'Email Bounced': 'mail-x',
  Unsubscribed: 'bell-off',
  'Score Changed': 'gauge',
  identify: 'user-round',
  alias: 'link',
}

const eventTitles: Readonly<Record<string, Words>> = {
  identify: { en: 'The record was completed', fr: 'La fiche a été complétée' },
  alias: { en: 'Recognised under another name', fr: 'Reconnu sous un autre nom' },
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function eventItem(
  { name, properties }: z.infer<typeof eventSource>,
  language: Language,
  workspaceCurrency: string,
): TimelineWords {
  const title =
    (Object.hasOwn(eventTitles, name) ? eventTitles[name]?.[language] : null) ??
    capital(eventNoun(name, language))
  const { name: product, link_url: link, order_id: order } = properties
  const { revenue, total, currency = workspaceCurrency } = properties
  const said = [
    scoreChange(name, properties, language),
    product,
    order,
    amount(revenue ?? total, currency, language),
    link,
  ].filter((part) => typeof part === 'string')
  return {
    icon: eventIcons[name] ?? 'activity',
    title,
    detail: said.length > 0 ? said.join(' · ') : null,
  }
}

/** “RFM total: 14 → 12”; nothing for any other event. */
function scoreChange(
  name: string,
  { dimension, from, to }: Record<string, unknown>,
  language: Language,
): string | null {
  if (name !== 'Score Changed' || typeof dimension !== 'string') return null
  const isShare = dimension === 'percentile'
  const shown = (value: unknown) => (isShare ? shareWords : numberWords)(Number(value), language)
  const what = capital(fieldTitle(`rfm.${dimension}`, language))
  return `${what}${language === 'fr' ? '\u00a0' : ''}: ${shown(from)} → ${shown(to)}`
}

function amount(revenue: unknown, currency: unknown, language: Language): string | null {
  if (typeof revenue !== 'number') return null
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency))
    return numberWords(revenue, language)
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(revenue)
}

const messageSource = z.object({
  state: z.enum(['queued', 'sending', 'sent', 'refused', 'failed']),
  reason: z.string().nullable(),
  subject: z.string().nullable(),
  templateName: z.string().nullable(),
  flowName: z.string(),
})

const messageTitles: Record<z.infer<typeof messageSource>['state'], Words> = {
  queued: { en: 'Email about to be sent', fr: 'E-mail sur le point de partir' },
  sending: { en: 'Email on its way', fr: 'E-mail en cours d’envoi' },
  sent: { en: 'Email sent', fr: 'E-mail envoyé' },
  refused: { en: 'Email not sent: {reason}', fr: 'E-mail non envoyé\u00a0: {reason}' },
  failed: { en: 'Email failed: {reason}', fr: 'Échec de l’e-mail\u00a0: {reason}' },
}

function messageItem(message: z.infer<typeof messageSource>, language: Language): TimelineWords {
  const reason = gateReasonWords(message.reason ?? '', language)
  const title = formatWords(messageTitles[message.state], language, { reason })
  const what = message.subject ?? message.templateName
  const icon = message.state === 'refused' || message.state === 'failed' ? 'mail-x' : 'mail'
  return { icon, title, detail: [what, message.flowName].filter(Boolean).join(' · ') }
}

const sessionSource = z.object({
  pages: z.number(),
  sections: z.record(z.string(), z.number()),
  landingPath: z.string().nullable(),
})

function sessionItem(
  { pages, sections, landingPath }: z.infer<typeof sessionSource>,
  language: Language,
): TimelineWords {
  const title = formatWords(
    {
      en: 'Visit: {pages, plural, one {# page} other {# pages}}',
      fr: 'Visite\u00a0: {pages, plural, one {# page} other {# pages}}',
    },
    language,
    { pages },
  )
  const seen = Object.entries(sections).map(([section, n]) => `${section} (${n})`)
  return { icon: 'globe', title, detail: seen.length > 0 ? seen.join(', ') : landingPath }
}

const stepSource = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  flowName: z.string(),
  nodeType: z.string().nullable(),
})

function stepItem(
  { code, params, flowName, nodeType }: z.infer<typeof stepSource>,
  reader: TraceReader,
): TimelineWords {
  const definition = nodeType === null ? null : definitionOf(definitions, nodeType)
  const where = definition ? `${flowName} · ${definition.title[reader.language]}` : flowName
  return {
    icon: definition?.icon ?? 'route',
    title: traceWords({ code, params }, reader),
    detail: where,
  }
}
