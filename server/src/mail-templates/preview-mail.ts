import { AppError } from '@relance/core/error/app-error'
import { type Language, languageOf } from '@relance/core/words/language'
import type { Scope } from '@relance/db/connection/scope'
import { getContact } from '@relance/db/contact/get-contact'
import { readMailBlocks } from '@relance/db/mail-block/read-mail-blocks'
import type { MailSources } from '@relance/db/mail-template/mail-template'
import { compileMail } from '@relance/templates/compile-mail'
import { type RenderedMail, type RenderOptions, renderMail } from '@relance/templates/render-mail'
import { withBlocks } from '@relance/workflows/compile/with-blocks'
import { previewData } from './preview-data'

export interface PreviewRequest extends Pick<RenderOptions, 'keepsRefused'> {
  contactId?: string
  /** The language to preview; the contact's, else the reader's when absent. */
  locale?: Language
  unsubscribeUrl?: string
}

/** Fills a mail with a contact's data, or a made-up customer's where the contact has none of its own; in `locale`. */
export async function previewMail(
  scope: Scope,
  sources: MailSources,
  { contactId, locale, unsubscribeUrl = '#', keepsRefused = false }: PreviewRequest,
  reader: Language,
): Promise<RenderedMail & { locale: Language }> {
  const contact = contactId === undefined ? null : await getContact(scope, contactId)
  const wanted = locale ?? languageOf(contact?.locale) ?? reader
  const language = sources[wanted] ? wanted : wanted === 'en' ? 'fr' : 'en'
  const written = sources[language]
  if (!written)
    throw new AppError('invalid', 'This mail has no text in this language.', { field: 'locale' })
  const blocks = await readMailBlocks(scope)
  const source = withBlocks({ [language]: written }, blocks).sources[language] ?? written
  const { data, timeZone } = await previewData(scope, contact?.id, language)
  const mail = await renderMail(await compileMail({ ...source, language }), data, {
    language,
    timeZone,
    trackLink: (url) => url,
    unsubscribeUrl,
    keepsRefused,
  })
  return { ...mail, locale: language }
}
