import { AppError } from '@relance/core/error/app-error'
import { type Language, languageOf } from '@relance/core/words/language'
import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Scope } from '@relance/db/connection/scope'
import { getContact } from '@relance/db/contact/get-contact'
import { loadMailData } from '@relance/db/contact/load-mail-data'
import type { MailSources } from '@relance/db/mail-template/mail-template'
import { getWorkspace } from '@relance/db/workspace/get-workspace'
import { compileMail } from '@relance/templates/compile-mail'
import type { MailData } from '@relance/templates/mail-data'
import { type RenderedMail, renderMail } from '@relance/templates/render-mail'
import { sampleData } from '@relance/templates/sample-data'

interface PreviewRequest {
  contactId?: string
  /** The language to preview; the contact's, else the reader's when absent. */
  locale?: Language
  unsubscribeUrl?: string
}

/** Fills a mail with a contact's data, or a made-up customer's where the contact has none of its own; in `locale`. */
export async function previewMail(
  scope: Scope,
  sources: MailSources,
  { contactId, locale, unsubscribeUrl = '#' }: PreviewRequest,
  reader: Language,
): Promise<RenderedMail & { locale: Language }> {
  const [workspace, contact] = await Promise.all([
    getWorkspace(scope),
    contactId === undefined ? null : getContact(scope, contactId),
  ])
  const wanted = locale ?? languageOf(contact?.locale) ?? reader
  const language = sources[wanted] ? wanted : wanted === 'en' ? 'fr' : 'en'
  const source = sources[language]
  if (!source)
    throw new AppError('invalid', 'This mail has no text in this language.', { field: 'locale' })
  const sample = sampleData(language)
  const own = contact && (await ownData(scope, contact.id, workspace.clock.now))
  const data: MailData = {
    ...sample,
    ...own,
    shop: { ...sample.shop, name: workspace.name, ...workspace.shop },
  }
  const mail = await renderMail(await compileMail({ ...source, language }), data, {
    language,
    timeZone: workspace.timeZone,
    trackLink: (url) => url,
    unsubscribeUrl,
  })
  return { ...mail, locale: language }
}

/** What is known of a contact; what is not keeps the made-up value, so that no block of the mail is missing. */
async function ownData(scope: Scope, contactId: string, now: Date): Promise<Partial<MailData>> {
  const data = await inTransaction(scope, (tx) => loadMailData(tx, contactId))
  const known = Object.entries(data).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  )
  return { ...Object.fromEntries(known), now }
}
