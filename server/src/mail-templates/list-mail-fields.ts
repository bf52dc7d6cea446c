import { type MailField, mailFields } from '@relance/core/mail/mail-fields'
import type { Language } from '@relance/core/words/language'
import type { Scope } from '@relance/db/connection/scope'
import { listEventProperties } from '@relance/db/timeline/list-event-properties'
import { listContactFields } from '@relance/db/timeline/list-names'
import { renderMail } from '@relance/templates/render-mail'
import { previewData } from './preview-data'

export interface ListedMailField extends MailField {
  label: string
  /** Proposed for whoever lacks it; empty where nothing sensible can be. */
  fallback: string
  /** What it says for the person it was asked for; empty where nothing is known. */
  sample: string
}

/** Liquid can name it with a dot. */
const plainName = /^[A-Za-z_][A-Za-z0-9_]*$/
const BETWEEN = '\u001e'

/** The values a mail may show: those every workspace has, then the fields and event properties this one received. */
export async function listMailFields(
  scope: Scope,
  contactId: string | undefined,
  language: Language,
): Promise<ListedMailField[]> {
  const [traits, properties, preview] = await Promise.all([
    listContactFields(scope),
    listEventProperties(scope),
    previewData(scope, contactId, language),
  ])
  const own = (group: 'trait' | 'event', path: string, names: string[]) =>
    names
      .filter((name) => plainName.test(name))
      .map((name) => ({ name: `${path}.${name}`, group, label: name, fallback: '' }))
  const fields = [
    ...mailFields.map(({ words, fallback, ...field }) => ({
      ...field,
      label: words[language],
      fallback: fallback?.[language] ?? '',
    })),
    ...own(
      'trait',
      'contact.traits',
      traits.map(({ field }) => field),
    ),
    ...own('event', 'event.properties', properties),
  ]
  const asked = fields.map(({ name, filter }: MailField) =>
    filter ? `{{ ${name} | ${filter} }}` : `{{ ${name} }}`,
  )
  const { subject } = await renderMail(
    { subject: asked.join(BETWEEN), html: '', text: '' },
    preview.data,
    { language, timeZone: preview.timeZone, trackLink: (url) => url, unsubscribeUrl: '#' },
  )
  const samples = subject.split(BETWEEN)
  return fields.map((field, place) => ({ ...field, sample: (samples[place] ?? '').trim() }))
}
