import type { Language } from '@relance/core/words/language'
import type { Scope } from '@relance/db/connection/scope'
import { renameMails } from '@relance/db/mail-template/rename-mails'
import { loadMails } from '@relance/templates/load-mails'

/** Calls the product's own mails as a language calls them, those that nobody has named otherwise. */
export async function nameShippedMails(scope: Scope, language: Language): Promise<void> {
  const mails = await loadMails()
  await renameMails(
    scope,
    mails.map(({ key, name }) => ({ key, from: Object.values(name), to: name[language] })),
  )
}
