import { type Language, languageOf } from '@relance/core/words/language'
import type { Scope } from '@relance/db/connection/scope'
import { readMailBlocks } from '@relance/db/mail-block/read-mail-blocks'
import { createMailTemplate } from '@relance/db/mail-template/create-mail-template'
import { getWorkspace } from '@relance/db/workspace/get-workspace'
import { loadMails } from '@relance/templates/load-mails'
import { compileSources } from './compile-sources'

/**
 * Makes the product's own mails in a workspace, those not there yet; their ids by key.
 * @param keys which ones; all when absent
 */
export async function createShippedMails(
  scope: Scope,
  { keys, language }: { keys?: readonly string[]; language?: Language } = {},
): Promise<Map<string, string>> {
  const named = language ?? languageOf((await getWorkspace(scope)).locale) ?? 'en'
  const blocks = await readMailBlocks(scope)
  const idByKey = new Map<string, string>()
  for (const mail of await loadMails()) {
    if (keys && !keys.includes(mail.key)) continue
    const sources = { en: withoutLanguage(mail.sources.en), fr: withoutLanguage(mail.sources.fr) }
    const checked = await compileSources(mail.name[named], sources, blocks)
    idByKey.set(mail.key, await createMailTemplate(scope, checked, mail.key))
  }
  return idByKey
}

const withoutLanguage = <Source extends { language?: unknown }>({
  language: _,
  ...source
}: Source) => source
